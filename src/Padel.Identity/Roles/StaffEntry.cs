namespace Padel.Identity.Roles;

/// <summary>One person of a club's staff, as their managers see them.</summary>
internal sealed record StaffEntry(
    Guid UserId, string Name, string? Phone, string? Email, string Role, bool SecondFactor, DateTimeOffset AddedAt);

internal sealed record StaffList(IReadOnlyList<StaffEntry> Items);
