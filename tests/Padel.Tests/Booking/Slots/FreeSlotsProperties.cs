using FsCheck;
using FsCheck.Fluent;
using Padel.Booking.Availability;
using Padel.Booking.Clubs;
using Padel.Kernel;

namespace Padel.Tests.Booking.Slots;

public sealed class FreeSlotsProperties
{
    private static readonly DateOnly Day = new(2026, 12, 4);

    // A club's rules, some claims as (start minute, length) and a moment on or before the day.
    private sealed record Case(int Grid, int[] Durations, int Buffer, bool AvoidGaps, int Opens, int Closes, (int Start, int Length)[] Claims, int Now)
    {
        public SlotDay SlotDay => Padel.Booking.Availability.SlotDay.Of(
            TestClub.Margalla with
            {
                Hours = new OpeningHours([KeyValuePair.Create(Day.DayOfWeek, new DayHours(Opens, Closes))]),
                Slots = new SlotRules(Grid, Durations, AvoidGaps, Buffer),
            },
            Day)!;

        public List<TimeSlot> Taken => [.. Claims.Select(claim => TimeSlot.Of(At(claim.Start), claim.Length))];

        public DateTimeOffset Moment => At(Now);

        private static DateTimeOffset At(int minute) => TestClub.Karachi.InstantOf(Day, 0).AddMinutes(minute);
    }

    private static readonly Gen<Case> Cases =
        from grid in Gen.Elements(15, 30, 60)
        from durations in Gen.Elements<int[]>([60, 90, 120], [60], [90, 120], [30, 60], [120])
        from buffer in Gen.Elements(0, 0, 10, 15, 30)
        from avoidGaps in Gen.Elements(true, true, false)
        from opens in Gen.Choose(0, 1300)
        from length in Gen.Choose(30, 1440)
        from claims in Gen.Choose(0, 8).SelectMany(count => (
            from start in Gen.Choose(-60, 2000)
            from minutes in Gen.Choose(1, 300)
            select (start, minutes)).ArrayOf(count))
        from now in Gen.Choose(-3000, 2000)
        select new Case(grid, durations, buffer, avoidGaps, opens, opens + length, claims, now);

    [Fact]
    public void Every_offered_slot_is_inside_hours_on_the_grid_ahead_and_clear_of_claims() => Holds(example =>
        Offers(example).All(choice =>
        {
            var day = example.SlotDay;
            var game = TimeSlot.Of(day.InstantOf(choice.Start.Minute), choice.DurationMinutes);
            var claim = example.Buffer == 0 ? game : new TimeSlot(game.Start, game.End.AddMinutes(example.Buffer));
            return day.IsInsideHours(game)
                && choice.Start.WallMinute % example.Grid == 0
                && game.Start >= example.Moment
                && example.Taken.All(taken => !taken.Overlaps(claim))
                && example.Durations.Contains(choice.DurationMinutes);
        }));

    [Fact]
    public void A_slot_is_offered_exactly_when_the_gap_rule_lets_it_be_booked() => Holds(example =>
    {
        var offered = Offers(example).ToHashSet();
        var withoutRule = Offers(example with { AvoidGaps = false });
        return withoutRule.All(choice => offered.Contains(choice) != GapRule.Leaves(
            example.SlotDay, example.Taken, example.SlotDay.InstantOf(choice.Start.Minute), choice.DurationMinutes, example.Moment));
    });

    [Fact]
    public void A_piece_that_can_be_sold_is_never_left_without_an_offer() => Holds(example =>
        Offers(example).Count > 0 || Offers(example with { AvoidGaps = false }).Count == 0);

    // Plain half hours without a buffer: a gap shows as free minutes beside the game that no length fits.
    [Fact]
    public void An_offered_slot_leaves_no_unsellable_piece_unless_all_do_or_it_starts_soon() => Holds(example =>
    {
        var plain = example with
        {
            Grid = 30, Buffer = 0, AvoidGaps = true, Durations = [60, 90, 120],
            Opens = example.Opens / 30 * 30, Closes = (example.Closes + 29) / 30 * 30,
            Claims = [.. example.Claims.Select(claim => (claim.Start / 30 * 30, ((claim.Length + 29) / 30) * 30))],
            Now = -3000,
        };
        var day = plain.SlotDay;
        return FreePieces.Of(day, plain.Taken).All(piece =>
            // Any piece of 60 minutes or more in half hours can be cut without waste.
            GapRule.Choices(day, piece, plain.Moment).All(choice =>
                choice.Start.Minute - piece.From is 0 or >= 60 && piece.To - choice.End is 0 or >= 60));
    });

    private static List<SlotChoice> Offers(Case example) =>
        [.. FreeSlots.Of(example.SlotDay, example.Taken, example.Moment)
            .SelectMany(slot => slot.Durations.Select(duration => new SlotChoice(slot.Start, duration)))];

    private static void Holds(Func<Case, bool> property) =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(500), Prop.ForAll(Cases.ToArbitrary(), property));
}
