using Padel.Booking.Imports;
using Padel.Booking.Imports.Reading;
using Padel.Kernel;

namespace Padel.Tests.Booking.Imports;

public sealed class BatchJudgementTests
{
    private static readonly DateTimeOffset Eight = new(2026, 8, 1, 15, 0, 0, TimeSpan.Zero);

    [Fact]
    public void The_earlier_row_wins_and_touching_rows_do_not_clash()
    {
        var verdicts = Judge(Row(2, 0, 60), Row(3, 30, 60), Row(4, 60, 90), Row(5, 150, 60), Row(6, 149, 60));
        Words(verdicts).ShouldBe(["taken", "overlap", "taken", "taken", "overlap"]);
        verdicts[1].Refusal!.Detail.ShouldBe("Court 1 is taken by the row on line 2."); // refused, so it says why
    }

    [Fact]
    public void A_refused_row_claims_nothing() => Words(Judge(Row(2, 0, 60), Row(3, 30, 60), Row(4, 60, 60))).ShouldBe(["taken", "overlap", "taken"]);

    [Fact]
    public void A_cancelled_row_clashes_with_nothing_and_claims_nothing() =>
        Words(Judge(Row(2, 0, 60, "cancelled"), Row(3, 0, 60), Row(4, 0, 60, "cancelled"))).ShouldBe(["taken", "taken", "taken"]);

    [Fact]
    public void A_claim_in_the_database_is_an_overlap()
    {
        var batch = new BookingBatch(new HashSet<string>(), new Dictionary<int, string> { [2] = "booking ABCD2345" });
        Words(batch.Judge([Row(2, 0, 60), Row(3, 0, 60)], new ClaimIndex())).ShouldBe(["overlap", "taken"]);
    }

    [Fact]
    public void A_row_imported_before_is_a_duplicate_and_still_claims_its_time()
    {
        var batch = new BookingBatch(new HashSet<string> { "2" }, new Dictionary<int, string>());
        Words(batch.Judge([Row(2, 0, 60), Row(3, 30, 60)], new ClaimIndex())).ShouldBe(["duplicate", "overlap"]);
    }

    [Fact]
    public void The_same_log_number_twice_is_a_duplicate_whatever_it_says() =>
        Words(Judge(Row(2, 0, 60), Row(3, 300, 60) with { First = new LogNumbers.First(2, "", SaysTheSame: false) })).ShouldBe(["taken", "duplicate"]);

    [Fact]
    public void Claims_of_stored_batches_and_across_midnight_are_seen()
    {
        var stored = new ClaimIndex();
        var midnight = new DateTimeOffset(2026, 8, 1, 23, 30, 0, TimeSpan.Zero);
        stored.Add(TestClub.Panoramic.CourtId, TimeSlot.Of(midnight, 60), line: 7);
        var file = new ClaimIndex();
        file.Absorb(stored);
        var batch = new ClaimIndex(file);
        batch.LineInTheWay(TestClub.Panoramic.CourtId, TimeSlot.Of(midnight.AddMinutes(45), 60)).ShouldBe(7);
        batch.LineInTheWay(TestClub.Panoramic.CourtId, TimeSlot.Of(midnight.AddMinutes(60), 60)).ShouldBeNull();
        batch.LineInTheWay(TestClub.Indoor.CourtId, TimeSlot.Of(midnight, 60)).ShouldBeNull();
    }

    private static List<Verdict> Judge(params BookingCandidate[] rows) =>
        new BookingBatch(new HashSet<string>(), new Dictionary<int, string>()).Judge(rows, new ClaimIndex());

    private static IEnumerable<string> Words(List<Verdict> verdicts) =>
        verdicts.Select(verdict => verdict.Taken ? "taken" : verdict.Refusal?.Reason ?? "duplicate");

    private static BookingCandidate Row(int line, int minutesLater, int length, string status = "completed") => new(
        line, $"{line}", First: null,
        new Read<LoggedBooking>(
            new LoggedBooking(
                TestClub.Panoramic, TimeSlot.Of(Eight.AddMinutes(minutesLater), length), new DateOnly(2026, 8, 1), Money.Zero(Currency.Pkr), status)
            {
                PaidVia = PaidVia.Unpaid,
                Name = "Ali Khan",
            },
            []));
}
