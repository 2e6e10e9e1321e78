namespace Padel.Platform.Auth;

/// <summary>What Identity tells another of our processes about a person at a club; no role: none.</summary>
public sealed record RoleAnswer(StaffRole? Role);
