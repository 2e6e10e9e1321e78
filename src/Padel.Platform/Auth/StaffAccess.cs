using Microsoft.Extensions.Options;
using Padel.Kernel;

namespace Padel.Platform.Auth;

/// <summary>Settings of what staff need besides their role.</summary>
public sealed class StaffAccessOptions
{
    /// <summary>Owner and manager may only work with a second factor. Off in development, so that a newcomer can look around.</summary>
    public bool RequireSecondFactor { get; set; } = true;
}

/// <summary>Decides whether a caller may act for a club, by the role in the database at this moment.</summary>
public sealed class StaffAccess(IIdentityDirectory identity, IOptions<StaffAccessOptions> options)
{
    public static readonly Error SecondFactorRequired = new("identity.second_factor_required", 403,
        "Owners and managers need a second factor. Set one up under You, then sign in again.");

    public async ValueTask<Result<StaffMember>> Check(Caller caller, Guid clubId, StaffRole atLeast, CancellationToken cancellation)
    {
        var role = await identity.RoleOf(caller.UserId, clubId, cancellation);
        if (role is null || role < atLeast)
            return Http.RequestErrors.NotAllowed;
        if (role >= StaffRole.Manager && options.Value.RequireSecondFactor && !caller.SecondFactor)
            return SecondFactorRequired;
        return new StaffMember(caller.UserId, caller.Name, clubId, role.Value);
    }

    /// <summary>The caller as staff of the club, or null: for things a player owns and staff may see too.</summary>
    public async ValueTask<StaffMember?> Find(Caller caller, Guid clubId, CancellationToken cancellation)
    {
        var result = await Check(caller, clubId, StaffRole.Desk, cancellation);
        return result.IsSuccess ? result.Value : null;
    }
}
