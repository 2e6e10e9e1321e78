using Dapper;
using Npgsql;

namespace Padel.Identity.Accounts;

internal sealed record ClubRole(Guid ClubId, string Role);

/// <summary>A person's own view of their account.</summary>
internal sealed record Profile(
    Guid UserId, string Name, string? Phone, bool PhoneVerified, string? Email, bool EmailVerified,
    bool HasPassword, bool SecondFactor, string? ConsentVersion, IReadOnlyList<ClubRole> Roles)
{
    public static async Task<Profile> Of(NpgsqlConnection connection, User user, NpgsqlTransaction? transaction = null)
    {
        var roles = await connection.QueryAsync<ClubRole>(
            "select club_id as ClubId, role as Role from staff where user_id = @UserId order by created_at", new { user.UserId }, transaction);
        return new Profile(user.UserId, user.Name, user.Phone, user.PhoneVerified, user.Email, user.EmailVerified,
            user.PasswordHash is not null, user.SecondFactor, user.ConsentVersion, [.. roles]);
    }
}
