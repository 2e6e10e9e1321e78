using Padel.Kernel;
using Padel.Platform.Auth;

namespace Padel.Identity.Roles;

/// <summary>Who may change whose role. Pure: the facts in, the refusal or nothing out.</summary>
internal static class RoleRules
{
    /// <param name="actor">The role of who makes the change.</param>
    /// <param name="before">The role the person has; none for a new one.</param>
    /// <param name="after">The role the person gets; none for removing.</param>
    /// <param name="owners">How many owners the club has now.</param>
    public static Error? Refusal(StaffRole actor, StaffRole? before, StaffRole? after, int owners)
    {
        if (actor < StaffRole.Owner && (before > StaffRole.Desk || after > StaffRole.Desk))
            return IdentityErrors.RoleAboveYours;
        return before == StaffRole.Owner && after != StaffRole.Owner && owners <= 1 ? IdentityErrors.LastOwner : null;
    }
}
