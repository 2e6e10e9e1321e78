using Dapper;
using Npgsql;

namespace Padel.Booking.Imports;

/// <summary>
/// Who the platform already knows by phone (E.164). A person is a record the club made or an account that proved the phone; an account
/// that only typed it is not. New records wait, unclaimed, until somebody proves the phone.
/// </summary>
internal static class KnownPeople
{
    /// <summary>Two imports, of whatever clubs, do not make two records for one phone.</summary>
    public static Task Lock(NpgsqlTransaction transaction) =>
        transaction.Connection!.ExecuteAsync( // a transaction in use has its connection
            "select pg_advisory_xact_lock(hashtextextended('import:people', 0))", transaction: transaction);

    /// <summary>
    /// By phone; whoever the club lists comes first, then a proven account. Locked against being merged into an account meanwhile, in the
    /// order in which merging locks them.
    /// </summary>
    public static async Task<Dictionary<string, KnownPerson>> ByPhone(NpgsqlTransaction transaction, Guid clubId, IEnumerable<string> phones)
    {
        var rows = await transaction.Connection!.QueryAsync<KnownPerson>( // index: players_by_phone
            """
            select p.phone as Phone, p.player_id as PlayerId, p.phone_verified as Proven,
                   exists (select from standings s where s.club_id = @clubId and s.player_id = p.player_id and s.member_no is not null) as IsMember
            from players p
            where p.phone = any(@phones) and p.merged_into is null and (p.phone_verified or not p.has_account)
            order by p.player_id
            for share of p
            """,
            new { clubId, phones = phones.Distinct().ToArray() }, transaction);
        return rows.GroupBy(row => row.Phone)
            .ToDictionary(same => same.Key, same => same.OrderByDescending(row => row.IsMember).ThenByDescending(row => row.Proven).First());
    }

    /// <summary>Makes records for people nobody knew.</summary>
    public static Task Add(NpgsqlTransaction transaction, IReadOnlyCollection<NewPerson> people, DateTimeOffset now) =>
        transaction.Connection!.ExecuteAsync(
            """
            insert into players (player_id, name, phone, email, created_at)
            select player_id, name, phone, email, @now from unnest(@ids, @names, @phones, @emails) as p(player_id, name, phone, email)
            order by player_id
            """,
            new
            {
                now,
                ids = people.Select(person => person.PlayerId).ToArray(),
                names = people.Select(person => person.Name).ToArray(),
                phones = people.Select(person => person.Phone).ToArray(),
                emails = people.Select(person => person.Email).ToArray(),
            }, transaction);
}

/// <param name="Proven">An account that confirmed a code sent to the phone.</param>
/// <param name="IsMember">On this club's list of members already.</param>
internal sealed record KnownPerson(string Phone, Guid PlayerId, bool Proven, bool IsMember);

internal sealed record NewPerson(Guid PlayerId, string Name, string Phone, string? Email);
