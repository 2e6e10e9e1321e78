using Padel.Platform.Auth;

namespace Padel.Identity.Roles;

/// <summary>Roles as the API and the database write them.</summary>
internal static class RoleName
{
    public const string Rule = "One of desk, manager, owner.";

    public static StaffRole? Parse(string? text) => text switch
    {
        "desk" => StaffRole.Desk,
        "manager" => StaffRole.Manager,
        "owner" => StaffRole.Owner,
        _ => null,
    };

    public static string Of(StaffRole role) => role switch
    {
        StaffRole.Desk => "desk",
        StaffRole.Manager => "manager",
        StaffRole.Owner => "owner",
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, "No such role."),
    };
}
