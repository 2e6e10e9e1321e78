using Dapper;
using Npgsql;
using Padel.Booking.Availability;
using Padel.Kernel;
using Padel.Platform.Data;

namespace Padel.Booking.Clubs;

/// <summary>
/// Creates a club from its file, or brings the club of that slug up to date. Courts and prices that are no longer in the file are retired,
/// never deleted: bookings keep pointing at them. The same file again changes nothing, and the version says so.
/// </summary>
internal sealed class SetUpClub(Database<BookingModule> database, ClubCatalogue catalogue, AvailabilityCache availability, TimeProvider clock)
{
    public async Task<ClubSetUp> Run(ClubFile file, CancellationToken cancellation)
    {
        await using var connection = await database.Open(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        var now = clock.GetUtcNow();
        var (clubId, created) = await Claim(connection, file, now);

        var changes = await UpdateClub(connection, clubId, file);
        changes += await ReplaceCourts(connection, clubId, file, now);
        changes += await ReplaceHours(connection, clubId, file);
        changes += await ReplacePrices(connection, clubId, file, now);
        if (changes > 0 && !created)
            await connection.ExecuteAsync("update clubs set version = version + 1 where club_id = @clubId", new { clubId });
        if (changes > 0 || created)
            await ClubNews.Tell(transaction, clubId, now);
        await transaction.CommitAsync(CancellationToken.None);

        if (changes > 0 || created)
        {
            catalogue.Invalidate();
            availability.EvictClub(clubId);
        }

        return new ClubSetUp(clubId, created, Changed: created || changes > 0);
    }

    // Makes the row, or locks the one that is there, so that two set-ups of one club follow each other.
    private static async Task<(Guid ClubId, bool Created)> Claim(NpgsqlConnection connection, ClubFile file, DateTimeOffset now)
    {
        var inserted = await connection.QuerySingleOrDefaultAsync<Guid?>(
            """
            insert into clubs (club_id, slug, name, time_zone, currency, grid_minutes, durations, avoid_gaps, buffer_minutes, days_ahead,
                active_bookings, series_weeks_ahead, free_until_hours, half_until_hours, grace_minutes, no_show_fee_percent,
                payment_methods, hold_minutes, verified_contact_for_at_club, created_at)
            values (@clubId, @Slug, @Name, @TimeZone, @Currency, 30, '{60}', true, 0, 0, 1, 0, 0, 0, 0, 0, '{at_club}', 1, true, @now)
            on conflict (slug) do nothing
            returning club_id
            """,
            new { clubId = Guid.CreateVersion7(now), file.Slug, file.Name, file.TimeZone, file.Currency, now });
        if (inserted is { } clubId)
            return (clubId, true);
        return (await connection.QuerySingleAsync<Guid>("select club_id from clubs where slug = @Slug for update", new { file.Slug }), false);
    }

    // The ways to pay are the file's until a manager has set them.
    private static Task<int> UpdateClub(NpgsqlConnection connection, Guid clubId, ClubFile file) =>
        connection.ExecuteAsync(
            """
            update clubs set (name, time_zone, currency, address, latitude, longitude, phone, grid_minutes, durations, avoid_gaps,
                buffer_minutes, days_ahead, active_bookings, series_weeks_ahead, free_until_hours, half_until_hours, grace_minutes,
                no_show_fee_percent, payment_methods, hold_minutes, verified_contact_for_at_club)
            = (@Name, @TimeZone, @Currency, @Address, @Latitude, @Longitude, @phone, @GridMinutes, @durations, @AvoidGaps, @BufferMinutes,
                @DaysAhead, @ActiveBookings, @SeriesWeeksAhead, @FreeUntilHours, @HalfUntilHours, @GraceMinutes, @NoShowFeePercent,
                case when methods_version = 0 then @methods else payment_methods end, @HoldMinutes, @VerifiedContactForAtClub)
            where club_id = @clubId and (name, time_zone, currency, address, latitude, longitude, phone, grid_minutes, durations, avoid_gaps,
                buffer_minutes, days_ahead, active_bookings, series_weeks_ahead, free_until_hours, half_until_hours, grace_minutes,
                no_show_fee_percent, payment_methods, hold_minutes, verified_contact_for_at_club)
            is distinct from (@Name, @TimeZone, @Currency, @Address, @Latitude, @Longitude, @phone, @GridMinutes, @durations, @AvoidGaps,
                @BufferMinutes, @DaysAhead, @ActiveBookings, @SeriesWeeksAhead, @FreeUntilHours, @HalfUntilHours, @GraceMinutes,
                @NoShowFeePercent, case when methods_version = 0 then @methods else payment_methods end, @HoldMinutes, @VerifiedContactForAtClub)
            """,
            new
            {
                clubId, file.Name, file.TimeZone, file.Currency, file.Address, file.Location?.Latitude, file.Location?.Longitude,
                phone = PhoneNumber.TryParse(file.Phone, out var phone) ? phone.Value : null,
                file.Slots.GridMinutes, durations = file.Slots.Durations.Order().ToArray(), file.Slots.AvoidGaps, file.Slots.BufferMinutes,
                file.Limits.DaysAhead, file.Limits.ActiveBookings, file.Limits.SeriesWeeksAhead,
                file.Cancellation.FreeUntilHours, file.Cancellation.HalfUntilHours, file.Cancellation.GraceMinutes,
                file.Cancellation.NoShowFeePercent, methods = file.Payments.Methods.ToArray(), file.Payments.HoldMinutes,
                file.Payments.VerifiedContactForAtClub,
            });

    private static async Task<int> ReplaceCourts(NpgsqlConnection connection, Guid clubId, ClubFile file, DateTimeOffset now)
    {
        var names = file.Courts.Select(court => court.Name).ToArray();
        var changes = await connection.ExecuteAsync(
            "update courts set retired_at = @now where club_id = @clubId and retired_at is null and name <> all(@names)",
            new { clubId, names, now });
        for (var index = 0; index < file.Courts.Count; index++)
        {
            var court = file.Courts[index];
            changes += await connection.ExecuteAsync(
                """
                insert into courts (court_id, club_id, name, surface, indoor, position)
                values (@courtId, @clubId, @Name, @Surface, @Indoor, @position)
                on conflict (club_id, name) do update
                    set surface = excluded.surface, indoor = excluded.indoor, position = excluded.position, retired_at = null
                    where (courts.surface, courts.indoor, courts.position, courts.retired_at)
                        is distinct from (excluded.surface, excluded.indoor, excluded.position, null::timestamptz)
                """,
                new { courtId = Guid.CreateVersion7(now), clubId, court.Name, court.Surface, court.Indoor, position = index + 1 });
        }

        return changes;
    }

    private static async Task<int> ReplaceHours(NpgsqlConnection connection, Guid clubId, ClubFile file)
    {
        var rows = file.OpeningHours.SelectMany(hours => hours.Days.Select(day => new
        {
            clubId,
            weekday = IsoWeekday.Parse(day)!.Value, // the file was checked
            opens = ClockTime.Parse(hours.Opens),
            closes = ClockTime.Parse(hours.Closes),
        })).ToList();
        var changes = await connection.ExecuteAsync(
            "delete from opening_hours where club_id = @clubId and weekday <> all(@weekdays)",
            new { clubId, weekdays = rows.Select(row => row.weekday).ToArray() });
        return changes + await connection.ExecuteAsync(
            """
            insert into opening_hours (club_id, weekday, opens_minute, closes_minute) values (@clubId, @weekday, @opens, @closes)
            on conflict (club_id, weekday) do update set opens_minute = excluded.opens_minute, closes_minute = excluded.closes_minute
                where (opening_hours.opens_minute, opening_hours.closes_minute) is distinct from (excluded.opens_minute, excluded.closes_minute)
            """, rows);
    }

    private static async Task<int> ReplacePrices(NpgsqlConnection connection, Guid clubId, ClubFile file, DateTimeOffset now)
    {
        var currency = Currency.Of(file.Currency);
        var courts = (await connection.QueryAsync<(string Name, Guid CourtId)>(
            "select name, court_id from courts where club_id = @clubId", new { clubId })).ToDictionary(row => row.Name, row => row.CourtId);
        var kept = new List<Guid>();
        var changes = 0;
        foreach (var price in file.PricesPerHalfHour)
        {
            var (ruleId, isNew) = await KeepOrInsert(connection, clubId, price, Money.Major(price.Amount, currency).AmountMinor,
                price.Court is null ? null : courts[price.Court], now);
            kept.Add(ruleId);
            changes += isNew ? 1 : 0;
        }

        return changes + await connection.ExecuteAsync(
            "update price_rules set retired_at = @now where club_id = @clubId and retired_at is null and price_rule_id <> all(@kept)",
            new { clubId, kept, now });
    }

    private static async Task<(Guid RuleId, bool IsNew)> KeepOrInsert(
        NpgsqlConnection connection, Guid clubId, ClubFilePrice price, long amountMinor, Guid? courtId, DateTimeOffset now)
    {
        var rule = new
        {
            ruleId = Guid.CreateVersion7(now), clubId, price.Name, amountMinor,
            weekdays = price.Days?.Select(day => IsoWeekday.Parse(day)!.Value).Distinct().Order().ToArray(), // the file was checked
            from = ClockTime.Parse(price.From), to = ClockTime.Parse(price.To), price.DateFrom, price.DateTo, courtId,
            price.Indoor, price.Surface, price.PriceClass, price.Priority, now,
        };
        var row = await connection.QuerySingleAsync<(Guid RuleId, bool IsNew)>(
            """
            with kept as (
                select price_rule_id from price_rules
                where club_id = @clubId and retired_at is null
                  and (name, amount_minor, weekdays, from_minute, to_minute, date_from, date_to, court_id, indoor, surface, price_class, priority)
                    is not distinct from (@Name, @amountMinor, @weekdays::int[], @from::int, @to::int, @DateFrom::date, @DateTo::date,
                        @courtId::uuid, @Indoor::boolean, @Surface::text, @PriceClass::text, @Priority)
                limit 1),
            added as (
                insert into price_rules (price_rule_id, club_id, name, amount_minor, weekdays, from_minute, to_minute, date_from, date_to,
                    court_id, indoor, surface, price_class, priority, created_at)
                select @ruleId, @clubId, @Name, @amountMinor, @weekdays::int[], @from::int, @to::int, @DateFrom::date, @DateTo::date,
                    @courtId::uuid, @Indoor::boolean, @Surface::text, @PriceClass::text, @Priority, @now
                where not exists (select from kept)
                returning price_rule_id)
            select price_rule_id, false from kept union all select price_rule_id, true from added
            """, rule);
        return row;
    }
}

/// <summary>What a set-up did.</summary>
internal sealed record ClubSetUp(Guid ClubId, bool Created, bool Changed);
