using System.Text.Json;
using Dapper;
using Npgsql;
using Padel.Booking.Bookings;
using Padel.Booking.Clubs;
using Padel.Booking.Imports.Reading;
using Padel.Contracts;

namespace Padel.Booking.Imports;

/// <summary>
/// Stores the rows of a batch that are taken: people, standings, claims in the order of court and start, bookings.
/// Of the past nothing is told to the outbox. Games still to come are, so that they can be paid; facts of this origin make no message.
/// </summary>
internal sealed class BookingInsert(ClubSetup club, DateTimeOffset now)
{
    private const string CancelledInTheLog = "Cancelled in the club's log";
    private const string NoSegments = "[]"; // the log says what was charged, not which rules made it

    /// <param name="releaseLapsed">Something was in the way that the batch did not see, perhaps a hold that has lapsed: ends such holds first.</param>
    /// <returns>False when somebody took a court meanwhile: the caller rolls back and judges again.</returns>
    public async Task<bool> Run(NpgsqlTransaction transaction, IReadOnlyList<BookingCandidate> rows, bool releaseLapsed)
    {
        var players = await Players(transaction, rows);
        var bookings = rows
            .Select(row => new NewRow(Guid.CreateVersion7(now), row.Key, row.Read.Value!)) // a taken row has been read
            .ToList();
        var claims = bookings.Where(row => row.Booking.ClaimsTime).Select(Claim).ToList();
        await Occupancies.LockArrangement(transaction, club.ClubId);
        if (releaseLapsed)
        {
            foreach (var claim in claims)
                await HoldExpiry.ReleaseInTheWay(transaction, club, [claim.CourtId], claim.During, now);
        }

        if (!await Occupancies.TakeAll(transaction, claims, now))
            return false;
        await Add(transaction, bookings, players);
        await TellToCome(transaction, [.. bookings.Where(IsToCome).Select(row => row.BookingId)]);
        return true;
    }

    private bool IsToCome(NewRow row) => row.Booking.Status == BookingStatus.Confirmed && row.Booking.Slot.End > now;

    private async Task TellToCome(NpgsqlTransaction transaction, Guid[] bookingIds)
    {
        foreach (var booking in bookingIds.Length == 0 ? [] : await BookingRows.Lock(transaction, bookingIds))
            await BookingNews.Tell(transaction, EventTypes.Booking.Confirmed, booking, club, BookingNews.BySystem, now);
    }

    // What the log says is claimed exactly, without the club's buffer: games of the past touched each other as they did.
    private NewClaim Claim(NewRow row) => new(
        club.ClubId, row.Booking.Court.CourtId, row.Booking.BusinessDay, row.Booking.Slot, "booking", row.BookingId, ExpiresAt: null);

    // Whoever is known by the phone, or a new record with the name the log gives; each with a standing at this club, so that its desk finds them.
    private async Task<Dictionary<string, Guid>> Players(NpgsqlTransaction transaction, IReadOnlyList<BookingCandidate> rows)
    {
        var named = rows.Select(row => row.Read.Value!) // a taken row has been read
            .Where(booking => booking.Phone is not null)
            .DistinctBy(booking => booking.Phone)
            .ToDictionary(booking => booking.Phone!.Value.Value); // not null: asked above
        if (named.Count == 0)
            return [];

        await KnownPeople.Lock(transaction);
        var known = await KnownPeople.ByPhone(transaction, club.ClubId, named.Keys);
        var added = named.Where(person => !known.ContainsKey(person.Key))
            .Select(person => new NewPerson(Guid.CreateVersion7(now), person.Value.Name, person.Key, Email: null))
            .ToList();
        await KnownPeople.Add(transaction, added, now);
        var players = known.ToDictionary(person => person.Key, person => person.Value.PlayerId);
        foreach (var person in added)
            players.Add(person.Phone, person.PlayerId);
        await transaction.Connection!.ExecuteAsync( // a transaction in use has its connection
            """
            insert into standings (club_id, player_id) select @ClubId, player_id from unnest(@ids) as p(player_id) order by player_id
            on conflict do nothing
            """, new { club.ClubId, ids = players.Values.ToArray() }, transaction);
        return players;
    }

    private Task<int> Add(NpgsqlTransaction transaction, List<NewRow> rows, Dictionary<string, Guid> players)
    {
        var playerIds = rows.ConvertAll(row => row.Booking.Phone is { } phone ? players[phone.Value] : (Guid?)null);
        return transaction.Connection!.ExecuteAsync( // a transaction in use has its connection
            """
            insert into bookings (booking_id, reference, version, club_id, court_id, player_id, guest_name, starts_at, ends_at, business_day,
                status, pay_with, payment_status, currency, price_minor, amount_paid_minor, paid_elsewhere_minor,
                price_segments, cancellation_policy, source, note, players_count, cancelled_reason, import_log_no, created_at, updated_at, confirmed_at)
            select r.booking_id, r.reference, 1, @ClubId, r.court_id, r.player_id, case when r.player_id is null then r.name end,
                r.starts_at, r.ends_at, r.business_day, r.status, r.pay_with, case when r.paid then 'paid' else 'unpaid' end, @currency,
                r.price_minor, case when r.paid then r.price_minor else 0 end, case when r.paid then r.price_minor else 0 end,
                @NoSegments::jsonb, @policy::jsonb, 'import', r.note, r.players_count, case when r.status = 'cancelled' then @CancelledInTheLog end, r.log_no, @now, @now,
                case when r.status = 'confirmed' then @now end
            from unnest(@ids, @references, @courts, @playerIds, @names, @starts, @ends, @days, @statuses, @ways, @paid, @prices, @notes, @counts, @keys)
                as r(booking_id, reference, court_id, player_id, name, starts_at, ends_at, business_day, status, pay_with, paid, price_minor, note,
                    players_count, log_no)
            """,
            new
            {
                club.ClubId, now, NoSegments, CancelledInTheLog, currency = club.Currency.Code, playerIds = playerIds.ToArray(),
                policy = JsonSerializer.Serialize(club.Cancellation, JsonSerializerOptions.Web),
                ids = rows.Select(row => row.BookingId).ToArray(),
                references = rows.Select(_ => Reference.New()).ToArray(),
                courts = rows.Select(row => row.Booking.Court.CourtId).ToArray(),
                names = rows.Select(row => row.Booking.Name).ToArray(),
                starts = rows.Select(row => row.Booking.Slot.Start).ToArray(),
                ends = rows.Select(row => row.Booking.Slot.End).ToArray(),
                days = rows.Select(row => row.Booking.BusinessDay).ToArray(),
                statuses = rows.Select(row => row.Booking.Status).ToArray(),
                ways = rows.Select(row => row.Booking.PaidVia.PayWith).ToArray(),
                paid = rows.Select(row => row.Booking.PaidVia.Paid).ToArray(),
                prices = rows.Select(row => row.Booking.Amount.AmountMinor).ToArray(),
                notes = rows.Select(row => row.Booking.Note).ToArray(),
                counts = rows.Select(row => row.Booking.Players).ToArray(),
                keys = rows.Select(row => row.Key).ToArray(),
            }, transaction);
    }

    private sealed record NewRow(Guid BookingId, string Key, LoggedBooking Booking);
}
