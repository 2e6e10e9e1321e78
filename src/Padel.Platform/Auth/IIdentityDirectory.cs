using Microsoft.IdentityModel.Tokens;

namespace Padel.Platform.Auth;

/// <summary>
/// What every service must know of Identity. Two ways: in the same process from Identity's own tables, split by HTTP with a time limit.
/// </summary>
public interface IIdentityDirectory
{
    /// <summary>Public keys that tokens may be signed with: the current one and those not yet retired.</summary>
    /// <param name="keyId">The key a token names; when it is not known yet, the keys are asked for anew (they may just have been rotated).</param>
    ValueTask<IReadOnlyList<SecurityKey>> SigningKeys(string? keyId, CancellationToken cancellation);

    /// <summary>The person's role at the club right now: asked of the database each time, so that a removed person is out at once.</summary>
    ValueTask<StaffRole?> RoleOf(Guid userId, Guid clubId, CancellationToken cancellation);
}
