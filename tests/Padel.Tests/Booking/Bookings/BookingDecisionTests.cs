using Padel.Booking.Bookings;
using Padel.Booking.Clubs;
using Padel.Booking.Standing;
using Padel.Kernel;
using static Padel.Tests.Booking.Bookings.Wishes;

namespace Padel.Tests.Booking.Bookings;

public sealed class BookingDecisionTests
{
    private const string Yes = "";

    [Theory]
    [InlineData(3, "07:00", 60, Yes)] // the first start
    [InlineData(3, "06:30", 60, "booking.outside_hours")]
    [InlineData(3, "06:00", 60, "booking.outside_hours")]
    [InlineData(3, "18:00", 60, Yes)]
    [InlineData(3, "18:00", 90, Yes)]
    [InlineData(3, "18:00", 120, Yes)]
    [InlineData(3, "18:30", 90, Yes)]
    [InlineData(3, "18:15", 60, "booking.not_on_grid")]
    [InlineData(3, "18:01", 60, "booking.not_on_grid")]
    [InlineData(3, "18:15", 45, "booking.not_on_grid")] // the first that applies
    [InlineData(3, "18:00", 30, "booking.bad_duration")]
    [InlineData(3, "18:00", 61, "booking.bad_duration")]
    [InlineData(3, "18:00", 150, "booking.bad_duration")]
    [InlineData(3, "18:00", 1440, "booking.bad_duration")]
    [InlineData(3, "23:30", 90, Yes)] // over midnight, to the moment of closing
    [InlineData(3, "23:30", 120, "booking.outside_hours")]
    [InlineData(3, "24:00", 60, Yes)] // the last slot
    [InlineData(3, "24:00", 90, "booking.outside_hours")]
    [InlineData(3, "24:30", 60, "booking.outside_hours")]
    [InlineData(3, "25:00", 60, "booking.outside_hours")] // closed: belongs to no business day's hours
    [InlineData(4, "02:00", 60, "booking.outside_hours")]
    [InlineData(0, "15:00", 60, Yes)] // begins this moment
    [InlineData(0, "14:30", 60, "booking.in_the_past")]
    [InlineData(0, "15:30", 60, Yes)]
    [InlineData(-1, "18:00", 60, "booking.in_the_past")]
    [InlineData(-30, "18:00", 60, "booking.in_the_past")]
    [InlineData(14, "07:00", 60, Yes)] // the last day of the window
    [InlineData(14, "24:00", 60, Yes)] // and all of its night
    [InlineData(15, "07:00", 60, "booking.too_far_ahead")]
    [InlineData(300, "18:00", 60, "booking.too_far_ahead")]
    public void A_time_is_judged_by_grid_length_hours_and_window(int inDays, string clock, int minutes, string expected) =>
        Code(Decide(Wish(TestClub.At(Today.AddDays(inDays), clock), minutes), Facts(), Now)).ShouldBe(expected);

    [Theory]
    [InlineData("00:30", 0, "18:00", Yes)] // after midnight the night's business day is still on
    [InlineData("00:30", 15, "18:00", Yes)] // and the calendar day's window is already open
    [InlineData("00:30", 16, "18:00", "booking.too_far_ahead")]
    public void The_window_opens_at_the_club_s_midnight(string nowClock, int inDays, string clock, string expected)
    {
        var tomorrow = Today.AddDays(1);
        var now = TestClub.At(tomorrow, nowClock);
        var day = Today.AddDays(Math.Max(inDays, 1));
        Code(Decide(Wish(TestClub.At(day, clock), 60), Facts(), now)).ShouldBe(expected);
    }

    [Theory]
    [InlineData("at_club", Yes)]
    [InlineData("card", "booking.payment_method_off")]
    [InlineData("jazzcash", Yes)]
    [InlineData("wallet", "booking.payment_method_off")]
    public void Only_ways_of_paying_that_the_club_takes_are_taken(string payWith, string expected)
    {
        var club = TestClub.Margalla with { Payments = new PaymentRules(["at_club", "jazzcash"], 10, true) };
        Code(Decide(Wish(TestClub.At(Today, "18:00"), 60, club, payWith), Facts(), Now)).ShouldBe(expected);
    }

    [Fact]
    public void A_club_that_takes_no_cash_refuses_it()
    {
        var club = TestClub.Margalla with { Payments = new PaymentRules(["card"], 10, true) };
        Code(Decide(Wish(TestClub.At(Today, "18:00"), 60, club), Facts(), Now)).ShouldBe("booking.payment_method_off");
    }

    [Theory]
    [InlineData(false, 0, 0, Yes)]
    [InlineData(true, 0, 0, "booking.not_allowed")]
    [InlineData(false, 1, 0, "booking.not_allowed")]
    [InlineData(false, 0, 1, "booking.not_allowed")]
    [InlineData(false, -1, 0, Yes)] // the suspension is over
    public void A_player_who_is_blocked_suspended_or_in_debt_may_not_book(bool blocked, int suspendedForSeconds, long debtMinor, string expected)
    {
        var standing = new PlayerStanding
        {
            BlockedReason = blocked ? "Broke a racket on the net" : null,
            SuspendedUntil = suspendedForSeconds == 0 ? null : Now.AddSeconds(suspendedForSeconds),
            DebtMinor = debtMinor,
        };
        var decision = Decide(Wish(TestClub.At(Today, "18:00"), 60), Facts(standing), Now);
        Code(decision).ShouldBe(expected);
        decision.Error?.ToString().ShouldNotContain("racket"); // the club's own words stay with its staff
    }

    [Fact]
    public void A_suspension_that_ends_this_moment_is_over() =>
        Code(Decide(Wish(TestClub.At(Today, "18:00"), 60), Facts(new PlayerStanding { SuspendedUntil = Now }), Now)).ShouldBe(Yes);

    [Theory]
    [InlineData(0, Yes)]
    [InlineData(5, Yes)] // the sixth
    [InlineData(6, "booking.limit_reached")]
    [InlineData(7, "booking.limit_reached")]
    public void A_player_has_at_most_six_games_to_come(int active, string expected) =>
        Code(Decide(Wish(TestClub.At(Today, "18:00"), 60), Facts(active: active), Now)).ShouldBe(expected);

    // RULES 2.7: open 18 to 23, shortest 60, taken 19:30 to 21:00.
    [Theory]
    [InlineData("18:00", 90, Yes)]
    [InlineData("18:00", 60, "booking.leaves_gap")]
    [InlineData("18:30", 60, "booking.leaves_gap")]
    [InlineData("21:00", 60, Yes)]
    [InlineData("21:30", 90, "booking.leaves_gap")]
    [InlineData("21:00", 90, "booking.leaves_gap")]
    [InlineData("21:00", 120, Yes)]
    [InlineData("19:30", 90, "booking.slot_taken")]
    [InlineData("18:30", 90, "booking.slot_taken")]
    [InlineData("20:30", 60, "booking.slot_taken")]
    public void No_piece_is_left_that_cannot_be_sold(string clock, int minutes, string expected)
    {
        var day = Today.AddDays(2);
        var club = TestClub.Margalla with { Hours = TestClub.EveryDay("18:00", "23:00") };
        var facts = Facts(taken: [Slot(day, "19:30-21:00")]);
        Code(Decide(Wish(TestClub.At(day, clock), minutes, club), facts, Now)).ShouldBe(expected);

        var indulgent = club with { Slots = club.Slots with { AvoidGaps = false } };
        var without = expected == "booking.leaves_gap" ? Yes : expected;
        Code(Decide(Wish(TestClub.At(day, clock), minutes, indulgent), facts, Now)).ShouldBe(without);
    }

    [Fact]
    public void The_club_s_buffer_belongs_to_the_claim()
    {
        var club = TestClub.Margalla with { Slots = TestClub.Margalla.Slots with { BufferMinutes = 15, AvoidGaps = false } };
        var wish = Wish(TestClub.At(Today, "18:00"), 60, club);
        wish.Place.Claim.ShouldBe(Slot(Today, "18:00-19:15"));
        Code(Decide(wish, Facts(taken: [Slot(Today, "19:00-20:15")]), Now)).ShouldBe("booking.slot_taken");
    }

    [Theory]
    [InlineData("07:00", 60, 4000)]
    [InlineData("16:30", 90, 8000)] // one off-peak and two peak half hours
    [InlineData("17:00", 90, 9000)]
    [InlineData("22:30", 60, 5000)]
    [InlineData("23:30", 90, 6000)]
    public void The_price_is_the_sum_of_its_half_hours(string clock, int minutes, long rupees)
    {
        var booking = Booked(TestClub.At(Today.AddDays(3), clock), minutes);
        booking.Price.ShouldBe(Money.Major(rupees, Currency.Pkr));
        booking.PriceSegments.Split("ruleName").Length.ShouldBe((minutes / 30) + 1);
    }

    [Fact]
    public void A_player_pays_the_price_of_their_class()
    {
        var members = TestClub.Rule("Members", 1500) with { PriceClass = "member" };
        var club = TestClub.Margalla with { Prices = new([TestClub.OffPeak, members]) };
        var wish = Wish(TestClub.At(Today.AddDays(3), "18:00"), 60, club);
        Decide(wish, Facts(new PlayerStanding { PriceClass = "member" }), Now).Value.PriceMinor.ShouldBe(300_000);
        Decide(wish, Facts(), Now).Value.PriceMinor.ShouldBe(400_000);
    }

    [Fact]
    public void A_time_without_a_price_is_not_for_sale()
    {
        var club = TestClub.Margalla with { Prices = new([TestClub.PeakWeekdays]) };
        Code(Decide(Wish(TestClub.At(Today.AddDays(3), "16:30"), 60, club), Facts(), Now)).ShouldBe("booking.not_for_sale");
    }

    [Fact]
    public void A_proven_contact_confirms_at_once()
    {
        var booking = Booked(TestClub.At(Today, "18:00"));
        (booking.Status, booking.NextAction, booking.HoldExpiresAt, booking.ConfirmedAt).ShouldBe(("confirmed", null, null, Now));
    }

    [Theory]
    [InlineData("18:00", "15:10")] // ten minutes
    [InlineData("15:30", "15:10")]
    public void An_unproven_one_holds_the_court(string start, string until)
    {
        var booking = Booked(TestClub.At(Today, start), verified: false);
        (booking.Status, booking.NextAction, booking.ConfirmedAt).ShouldBe(("held", "verify_contact", null));
        booking.HoldExpiresAt.ShouldBe(TestClub.At(Today, until));
    }

    [Fact]
    public void A_hold_never_lasts_past_the_start()
    {
        var now = TestClub.At(Today, "15:25");
        Booked(TestClub.At(Today, "15:30"), bookedAt: now, verified: false).HoldExpiresAt.ShouldBe(TestClub.At(Today, "15:30"));
        Code(Decide(Wish(TestClub.At(Today, "15:00"), 60), Facts(verified: false), Now)).ShouldBe("booking.in_the_past");
    }

    [Fact]
    public void A_hold_is_over_at_its_last_moment_for_everybody()
    {
        var held = Booked(TestClub.At(Today, "18:00"), verified: false);
        held.StatusAt(Now.AddMinutes(10).AddTicks(-1)).ShouldBe("held");
        held.StatusAt(Now.AddMinutes(10)).ShouldBe("expired");
    }

    [Fact]
    public void A_club_may_trust_everybody_at_its_counter()
    {
        var club = TestClub.Margalla with { Payments = TestClub.Margalla.Payments with { VerifiedContactForAtClub = false } };
        Decide(Wish(TestClub.At(Today, "18:00"), 60, club), Facts(verified: false), Now).Value.Status.ShouldBe("confirmed");
    }

    [Fact]
    public void References_are_short_and_read_out_without_doubt()
    {
        var references = Enumerable.Range(0, 2_000).Select(_ => Reference.New()).ToList();
        references.ShouldAllBe(reference => reference.Length == 8 && reference.All(Reference.Alphabet.Contains));
        references.Distinct().Count().ShouldBe(2_000);
        Reference.Alphabet.ShouldNotContain("0");
        Reference.Alphabet.ShouldNotContain("O");
        Reference.Alphabet.ShouldNotContain("1");
        Reference.Alphabet.ShouldNotContain("I");
    }

    private static string Code(Result<Padel.Booking.Bookings.Booking> decision) => decision.Error?.Code ?? Yes;
}
