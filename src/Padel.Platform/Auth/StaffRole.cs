namespace Padel.Platform.Auth;

/// <summary>What a member of staff may do at one club; each role includes those before it.</summary>
public enum StaffRole
{
    Desk = 1,
    Manager = 2,
    Owner = 3,
}
