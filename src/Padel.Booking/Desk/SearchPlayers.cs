using Dapper;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Padel.Platform.Auth;
using Padel.Platform.Data;
using Padel.Platform.Http;

namespace Padel.Booking.Desk;

internal sealed record PlayerList(IReadOnlyList<PlayerEntry> Items);

/// <param name="DepositRequired">Pays online before a booking stands.</param>
/// <param name="Games">Played or to come at this club.</param>
internal sealed record PlayerEntry(Guid PlayerId, string Name, string? Phone, string? Email, bool Blocked, bool DepositRequired, int Games);

/// <summary>Finds the club's players by parts of the name or digits of the phone, as the desk types them.</summary>
internal static class SearchPlayers
{
    private const int MaxFound = 20;
    private const int MaxSearchLength = 80;

    public static async Task<Results<Ok<PlayerList>, Problem>> Handle(
        StaffMember staff, Database<BookingModule> database, CancellationToken cancellation, string search = "")
    {
        if (search.Length > MaxSearchLength)
            return new Problem(RequestErrors.Invalid(("search", $"At most {MaxSearchLength} characters.")));
        var digits = new string([.. search.Where(char.IsAsciiDigit)]).TrimStart('0');
        string[] parts = digits.Length > 0 ? [] : [.. search.ToLowerInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Escape)];
        if (digits.Length == 0 && parts.Length == 0)
            return TypedResults.Ok(new PlayerList([]));

        await using var connection = await database.Open(cancellation);
        var found = await connection.QueryAsync<PlayerEntry>(
            """
            select p.player_id as PlayerId, p.name as Name, p.phone as Phone, p.email as Email, s.blocked_reason is not null as Blocked,
                   s.deposit_required as DepositRequired,
                   (select count(*)::int from bookings b where b.player_id = p.player_id and b.club_id = s.club_id
                        and b.status in ('held', 'confirmed', 'completed')) as Games
            from standings s join players p on p.player_id = s.player_id
            where s.club_id = @ClubId and p.merged_into is null
              and (@digits = '' or p.phone like '%' || @digits || '%')
              and (select coalesce(bool_and(lower(p.name) like '%' || part || '%'), true) from unnest(@parts) part)
            order by Games desc, lower(p.name), p.player_id limit @MaxFound
            """, new { staff.ClubId, digits, parts, MaxFound });
        return TypedResults.Ok(new PlayerList(found.AsList()));
    }

    // What people type is text, not a pattern.
    private static string Escape(string part) =>
        part.Replace(@"\", @"\\", StringComparison.Ordinal).Replace("%", @"\%", StringComparison.Ordinal).Replace("_", @"\_", StringComparison.Ordinal);
}
