using Dapper;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Padel.Booking.Bookings;
using Padel.Booking.Clubs;
using Padel.Kernel;
using Padel.Platform.Auth;
using Padel.Platform.Data;
using Padel.Platform.Http;

namespace Padel.Booking.Desk;

/// <summary>The day board of a club, as the desk sees it: games played and missed too, lapsed holds and cancelled bookings not.</summary>
internal static class ShowDay
{
    public static async Task<Results<Ok<DayBoard>, Problem>> Handle(
        DateOnly? date, StaffMember staff, ClubCatalogue clubs, Database<BookingModule> database, TimeProvider clock, CancellationToken cancellation)
    {
        var club = (await clubs.Find(staff.ClubId, cancellation))!; // the staff policy has found the club
        var now = clock.GetUtcNow();
        var day = date ?? club.Hours.BusinessDayOf(now, club.Zone);
        if (!Dates.AreUsual(day))
            return new Problem(RequestErrors.Invalid(("date", Dates.Usual)));
        var hours = club.Hours.HoursOn(day);

        await using var connection = await database.Open(cancellation);
        var claims = (await connection.QueryAsync<Row>(Sql, new { club.ClubId, day, now })).ToLookup(row => row.CourtId, row => row.ToClaim());
        return TypedResults.Ok(new DayBoard(
            club.ClubId, day, club.Zone.Name,
            hours is { } open ? club.Zone.InstantOf(day, open.OpensMinute) : null,
            hours is { } close ? club.Zone.InstantOf(day, close.ClosesMinute) : null,
            [.. club.Courts.Select(court => new BoardCourt(court.CourtId, court.Name, court.Surface, court.Indoor, [.. claims[court.CourtId]]))]));
    }

    // One range of the index occupancies_of_day; bookings, players and blocks by primary key.
    private const string Sql =
        """
        select o.occupancy_id as OccupancyId, o.court_id as CourtId, o.kind as Kind, o.owner_id as OwnerId,
               coalesce(b.starts_at, lower(o.during)) as StartsAt, coalesce(b.ends_at, upper(o.during)) as EndsAt,
               b.reference as Reference, b.version as Version, b.status as Status, b.player_id as PlayerId,
               coalesce(p.name, b.guest_name) as Name, coalesce(p.phone, b.guest_phone) as Phone, b.players_count as PlayersCount,
               b.currency as Currency, b.price_minor as PriceMinor, b.amount_paid_minor as AmountPaidMinor, b.fee_due_minor as FeeDueMinor,
               b.payment_status as PaymentStatus, b.pay_with as PayWith, b.source as Source, b.note as Note,
               b.hold_expires_at as HoldExpiresAt, b.next_action as NextAction, c.kind as BlockKind, c.reason as BlockReason
        from occupancies o
        left join bookings b on b.booking_id = o.owner_id
        left join players p on p.player_id = b.player_id
        left join blocks c on c.block_id = o.owner_id
        where o.club_id = @ClubId and o.business_day = @day and o.released_at is null and (o.expires_at is null or o.expires_at > @now)
        order by o.court_id, lower(o.during)
        """;

    private sealed class Row
    {
        public Guid OccupancyId { get; set; }
        public Guid CourtId { get; set; }
        public string Kind { get; set; } = "";
        public Guid OwnerId { get; set; }
        public DateTimeOffset StartsAt { get; set; }
        public DateTimeOffset EndsAt { get; set; }
        public string? Reference { get; set; }
        public int Version { get; set; }
        public string Status { get; set; } = "";
        public Guid? PlayerId { get; set; }
        public string Name { get; set; } = "";
        public string? Phone { get; set; }
        public int? PlayersCount { get; set; }
        public string Currency { get; set; } = "";
        public long PriceMinor { get; set; }
        public long AmountPaidMinor { get; set; }
        public long FeeDueMinor { get; set; }
        public string PaymentStatus { get; set; } = "";
        public string PayWith { get; set; } = "";
        public string Source { get; set; } = "";
        public string? Note { get; set; }
        public DateTimeOffset? HoldExpiresAt { get; set; }
        public string? NextAction { get; set; }
        public string? BlockKind { get; set; }
        public string? BlockReason { get; set; }

        public BoardClaim ToClaim() => new(
            OccupancyId, Kind, StartsAt, EndsAt,
            Reference is null ? null : ToBooking(Reference, Kernel.Currency.Of(Currency)),
            BlockKind is null ? null : new BoardBlock(OwnerId, BlockKind, BlockReason ?? ""));

        private BoardBooking ToBooking(string reference, Currency currency) => new(
            OwnerId, reference, Version, Status, PlayerId, Name, Phone, PlayerId is null, PlayersCount,
            new Money(PriceMinor, currency), new Money(AmountPaidMinor, currency), new Money(Status == BookingStatus.NoShow ? 0 : Math.Max(0, PriceMinor - AmountPaidMinor), currency),
            FeeDueMinor == 0 ? null : new Money(FeeDueMinor, currency), PaymentStatus, PayWith, Source, Note, HoldExpiresAt, NextAction);
    }
}
