using Dapper;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;
using Padel.Platform.Auth;

namespace Padel.Identity.Roles;

/// <summary>Who works at the club, owners first.</summary>
internal static class ListStaff
{
    private const int MaxStaff = 500;

    private const string Select =
        """
        select s.user_id as UserId, u.name as Name, u.phone as Phone, u.email as Email, s.role as Role,
            exists (select from second_factors f where f.user_id = s.user_id and f.confirmed_at is not null) as SecondFactor, s.created_at as AddedAt
        from staff s join users u using (user_id)
        """;

    public static async Task<Ok<StaffList>> Handle(StaffMember member, IdentityWork work, CancellationToken cancellation)
    {
        await using var connection = await work.Open(cancellation);
        var items = await connection.QueryAsync<StaffEntry>(
            $"""
             {Select} where s.club_id = @ClubId
             order by case s.role when 'owner' then 1 when 'manager' then 2 else 3 end, u.name limit @MaxStaff
             """, new { member.ClubId, MaxStaff });
        return TypedResults.Ok(new StaffList([.. items]));
    }

    public static Task<StaffEntry> One(NpgsqlTransaction transaction, Guid clubId, Guid userId) =>
        transaction.Connection!.QuerySingleAsync<StaffEntry>( // a transaction in use has its connection
            $"{Select} where s.club_id = @clubId and s.user_id = @userId", new { clubId, userId }, transaction);
}
