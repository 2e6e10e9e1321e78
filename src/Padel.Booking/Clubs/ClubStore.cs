using Dapper;
using Npgsql;
using Padel.Booking.Pricing;
using Padel.Kernel;

namespace Padel.Booking.Clubs;

/// <summary>Reads clubs' set-up as decisions need it. Courts and price rules that were retired are left out.</summary>
internal static class ClubStore
{
    public static async Task<Dictionary<Guid, int>> Versions(NpgsqlConnection connection, int limit) =>
        (await connection.QueryAsync<(Guid ClubId, int Version)>(
            "select club_id, version from clubs order by created_at, club_id limit @limit", new { limit }))
        .ToDictionary(row => row.ClubId, row => row.Version);

    /// <summary>One batch of five statements; each reads by the club's index or primary key.</summary>
    public static async Task<List<ClubSetup>> Load(NpgsqlConnection connection, Guid[] clubIds)
    {
        await using var results = await connection.QueryMultipleAsync(
            $"""
            select club_id as ClubId, slug as Slug, name as Name, address as Address, latitude as Latitude, longitude as Longitude, phone as Phone,
                   time_zone as TimeZone, currency as Currency, grid_minutes as GridMinutes, durations as Durations, avoid_gaps as AvoidGaps,
                   buffer_minutes as BufferMinutes, days_ahead as DaysAhead, active_bookings as ActiveBookings,
                   series_weeks_ahead as SeriesWeeksAhead, free_until_hours as FreeUntilHours, half_until_hours as HalfUntilHours,
                   grace_minutes as GraceMinutes, no_show_fee_percent as NoShowFeePercent, payment_methods as PaymentMethods,
                   hold_minutes as HoldMinutes, verified_contact_for_at_club as VerifiedContactForAtClub,
                   transfer_hold_minutes as TransferHoldMinutes, transfer_cutoff_minutes as TransferCutoffMinutes,
                   deposit_percent as DepositPercent, version as Version
            from clubs where club_id = any(@clubIds) order by name, club_id;

            select club_id as ClubId, court_id as CourtId, name as Name, surface as Surface, indoor as Indoor, position as Position
            from courts where club_id = any(@clubIds) and retired_at is null order by position, name;

            select club_id as ClubId, weekday as Weekday, opens_minute as OpensMinute, closes_minute as ClosesMinute
            from opening_hours where club_id = any(@clubIds);

            select club_id as ClubId, business_day as BusinessDay, opens_minute as OpensMinute, closes_minute as ClosesMinute
            from exceptional_days where club_id = any(@clubIds);

            select {RuleColumns} from price_rules where club_id = any(@clubIds) and retired_at is null;
            """, new { clubIds });

        var clubs = (await results.ReadAsync<ClubRow>()).AsList();
        var courts = (await results.ReadAsync<CourtRow>()).ToLookup(row => row.ClubId);
        var hours = (await results.ReadAsync<HoursRow>()).ToLookup(row => row.ClubId);
        var days = (await results.ReadAsync<DayRow>()).ToLookup(row => row.ClubId);
        var rules = (await results.ReadAsync<RuleRow>()).ToLookup(row => row.ClubId);
        return clubs.ConvertAll(club => club.ToSetup(
            [.. courts[club.ClubId].Select(row => row.ToCourt())],
            new OpeningHours(hours[club.ClubId].Select(row => row.ToPair()), days[club.ClubId].Select(row => row.ToDay())),
            rules[club.ClubId]));
    }

    /// <summary>The price rules as they were at that moment: a booking that moves is priced by the rules of the day it was made.</summary>
    public static async Task<PriceBook> PricesAt(NpgsqlTransaction transaction, ClubSetup club, DateTimeOffset moment)
    {
        var rules = await transaction.Connection!.QueryAsync<RuleRow>( // a transaction in use has its connection
            $"""
            select {RuleColumns} from price_rules
            where club_id = @ClubId and created_at <= @moment and (retired_at is null or retired_at > @moment)
            """, new { club.ClubId, moment }, transaction);
        return new PriceBook(rules.Select(rule => rule.ToRule(club.Currency)));
    }

    private const string RuleColumns =
        """
        club_id as ClubId, price_rule_id as PriceRuleId, name as Name, amount_minor as AmountMinor, weekdays as Weekdays,
        from_minute as FromMinute, to_minute as ToMinute, date_from as DateFrom, date_to as DateTo, court_id as CourtId,
        indoor as Indoor, surface as Surface, price_class as PriceClass, priority as Priority, created_at as CreatedAt
        """;

    // Rows have settable properties because Dapper matches constructors by exact types.
    private sealed class ClubRow
    {
        public Guid ClubId { get; set; }
        public string Slug { get; set; } = "";
        public string Name { get; set; } = "";
        public string Address { get; set; } = "";
        public double? Latitude { get; set; }
        public double? Longitude { get; set; }
        public string? Phone { get; set; }
        public string TimeZone { get; set; } = "";
        public string Currency { get; set; } = "";
        public int GridMinutes { get; set; }
        public int[] Durations { get; set; } = [];
        public bool AvoidGaps { get; set; }
        public int BufferMinutes { get; set; }
        public int DaysAhead { get; set; }
        public int ActiveBookings { get; set; }
        public int SeriesWeeksAhead { get; set; }
        public int FreeUntilHours { get; set; }
        public int HalfUntilHours { get; set; }
        public int GraceMinutes { get; set; }
        public int NoShowFeePercent { get; set; }
        public string[] PaymentMethods { get; set; } = [];
        public int HoldMinutes { get; set; }
        public bool VerifiedContactForAtClub { get; set; }
        public int TransferHoldMinutes { get; set; }
        public int TransferCutoffMinutes { get; set; }
        public int DepositPercent { get; set; }
        public int Version { get; set; }

        public ClubSetup ToSetup(List<Court> courts, OpeningHours hours, IEnumerable<RuleRow> rules)
        {
            var currency = Kernel.Currency.Of(Currency);
            return new ClubSetup(
                ClubId, Slug, Name, Address, Latitude, Longitude, Phone, ClubZone.Of(TimeZone), currency, courts, hours,
                new SlotRules(GridMinutes, [.. Durations.Order()], AvoidGaps, BufferMinutes),
                new BookingLimits(DaysAhead, ActiveBookings, SeriesWeeksAhead),
                new CancellationPolicy(FreeUntilHours, HalfUntilHours, GraceMinutes, NoShowFeePercent),
                new PaymentRules(
                    PaymentMethods, HoldMinutes, VerifiedContactForAtClub, TransferHoldMinutes, TransferCutoffMinutes, DepositPercent),
                new PriceBook(rules.Select(rule => rule.ToRule(currency))), Version);
        }
    }

    private sealed record CourtRow(Guid ClubId, Guid CourtId, string Name, string Surface, bool Indoor, int Position)
    {
        public Court ToCourt() => new(CourtId, Name, Surface, Indoor, Position);
    }

    private sealed record HoursRow(Guid ClubId, int Weekday, int OpensMinute, int ClosesMinute)
    {
        public KeyValuePair<DayOfWeek, DayHours> ToPair() => new(IsoWeekday.ToDay(Weekday), new DayHours(OpensMinute, ClosesMinute));
    }

    private sealed class DayRow
    {
        public Guid ClubId { get; set; }
        public DateOnly BusinessDay { get; set; }
        public int? OpensMinute { get; set; }
        public int? ClosesMinute { get; set; }

        public ExceptionalDay ToDay() =>
            new(BusinessDay, OpensMinute is { } opens && ClosesMinute is { } closes ? new DayHours(opens, closes) : null);
    }

    private sealed class RuleRow
    {
        public Guid ClubId { get; set; }
        public Guid PriceRuleId { get; set; }
        public string Name { get; set; } = "";
        public long AmountMinor { get; set; }
        public int[]? Weekdays { get; set; }
        public int? FromMinute { get; set; }
        public int? ToMinute { get; set; }
        public DateOnly? DateFrom { get; set; }
        public DateOnly? DateTo { get; set; }
        public Guid? CourtId { get; set; }
        public bool? Indoor { get; set; }
        public string? Surface { get; set; }
        public string? PriceClass { get; set; }
        public int Priority { get; set; }
        public DateTimeOffset CreatedAt { get; set; }

        public PriceRule ToRule(Currency currency) => new(PriceRuleId, Name, new Money(AmountMinor, currency), CreatedAt)
        {
            Weekdays = Weekdays?.Select(IsoWeekday.ToDay).ToArray(),
            FromMinute = FromMinute, ToMinute = ToMinute, DateFrom = DateFrom, DateTo = DateTo, CourtId = CourtId,
            Indoor = Indoor, Surface = Surface, PriceClass = PriceClass, Priority = Priority,
        };
    }
}
