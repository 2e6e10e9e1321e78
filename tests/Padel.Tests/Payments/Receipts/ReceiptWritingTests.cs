using Padel.Kernel;
using Padel.Payments.Receipts;

namespace Padel.Tests.Payments.Receipts;

public sealed class ReceiptWritingTests
{
    [Fact]
    public void A_receipt_says_court_date_and_time_by_the_clubs_clock()
    {
        var line = ReceiptWriting.Receipt(Sales.OfGame(), 123, Sales.Now).Lines.ShouldHaveSingleItem();
        line.Text.ShouldBe("Court 2");
        line.Detail.ShouldBe("Sat 5 Dec 2026, 18:00 to 19:30");
    }

    [Fact]
    public void A_game_after_midnight_belongs_to_the_day_the_club_opened()
    {
        var late = Sales.Game with
        {
            StartsAt = new DateTimeOffset(2026, 12, 5, 19, 0, 0, TimeSpan.Zero), EndsAt = new DateTimeOffset(2026, 12, 5, 20, 0, 0, TimeSpan.Zero),
        };
        ReceiptWriting.Receipt(Sales.OfGame(game: late), 1, Sales.Now).Lines[0].Detail.ShouldBe("Sat 5 Dec 2026, 00:00 to 01:00 (after midnight)");
    }

    [Fact]
    public void The_number_names_the_club_and_the_year_by_the_clubs_clock()
    {
        var newYearInKarachi = new DateTimeOffset(2026, 12, 31, 19, 30, 0, TimeSpan.Zero);
        ReceiptWriting.Receipt(Sales.OfGame(), 123, newYearInKarachi).Label.ShouldBe("MPC-2027-000123");
        ReceiptWriting.Receipt(Sales.OfGame() with { Club = Sales.Club with { ReceiptPrefix = "F7" } }, 1, Sales.Now).Label.ShouldBe("F7-2026-000001");
    }

    [Fact]
    public void Tax_is_contained_in_the_price()
    {
        var tax = ReceiptWriting.Receipt(Sales.OfGame(116_00), 1, Sales.Now).Tax.ShouldNotBeNull();
        tax.AmountMinor.ShouldBe(16_00);
        tax.Label.ShouldBe("Sales tax");
    }

    [Fact]
    public void A_club_without_tax_prints_no_tax_line() =>
        ReceiptWriting.Receipt(Sales.OfGame() with { Club = Sales.Club with { TaxBasisPoints = 0 } }, 1, Sales.Now).Tax.ShouldBeNull();

    [Fact]
    public void Credit_paid_in_advance_is_taxed_when_it_is_used()
    {
        var receipt = ReceiptWriting.Receipt(Sales.OfTopUp(), 1, Sales.Now);
        receipt.Tax.ShouldBeNull();
        receipt.Note.ShouldBe(ReceiptWording.Prepaid);
        receipt.PaidWith.ShouldBe("Cash at the club");
    }

    [Fact]
    public void A_deposit_says_what_it_is_part_of() =>
        ReceiptWriting.Receipt(Sales.OfGame(200_000), 1, Sales.Now).Note.ShouldBe("Part of the price of Rs\u00a09,000.");

    [Fact]
    public void A_credit_note_names_the_receipt_and_the_way_back()
    {
        var refund = new ReceiptRefund(Guid.Empty, Guid.Empty, null, null, 450_000, "source", "Cancelled in time");
        var note = ReceiptWriting.CreditNote(Sales.OfGame(), refund, "MPC-2026-000001", 2, Sales.Now);
        note.IsCreditNote.ShouldBeTrue();
        note.Credits.ShouldBe("MPC-2026-000001");
        note.PaidWith.ShouldBe("Back to JazzCash");
        note.TotalMinor.ShouldBe(450_000);
        note.Label.ShouldBe("MPC-2026-000002");
    }

    [Theory]
    [InlineData(900_000, "Rs\u00a09,000")]
    [InlineData(124_138, "Rs\u00a01,241.38")]
    [InlineData(5, "Rs\u00a00.05")]
    public void Amounts_show_their_paisa_only_when_there_are_some(long minor, string text) =>
        ReceiptWording.Amount(new Money(minor, Currency.Pkr)).ShouldBe(text);
}
