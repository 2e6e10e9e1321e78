namespace Padel.Contracts.Identity;

/// <summary>An account was made. Contacts are listed whether proven or not; the flags say which.</summary>
public sealed record UserRegisteredV1(
    Guid UserId, string Name, string? Phone, bool PhoneVerified, string? Email, bool EmailVerified);

/// <summary>The account proved that it reads this phone (E.164) or email. Exactly one of the two is set.</summary>
public sealed record ContactVerifiedV1(Guid UserId, string Name, string? Phone, string? Email);

/// <summary>The account was closed; its person's data goes with it.</summary>
public sealed record UserClosedV1(Guid UserId);

/// <summary>A person's role at a club changed. No role: removed.</summary>
public sealed record RoleChangedV1(Guid UserId, Guid ClubId, string? Role);

/// <summary>A code to deliver to <paramref name="To"/> by <paramref name="Channel"/> (sms or email). <paramref name="SecretCode"/> is sealed with the master key.</summary>
public sealed record CodeIssuedV1(string To, string Channel, string Purpose, string SecretCode, DateTimeOffset ExpiresAt);
