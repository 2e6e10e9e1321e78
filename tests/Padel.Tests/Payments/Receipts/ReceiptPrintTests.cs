using System.Text;
using Padel.Payments.Receipts;

namespace Padel.Tests.Payments.Receipts;

public sealed class ReceiptPrintTests
{
    private const string Code = "7KQ2MX9R7KQ2MX9RABCD";
    private const string Address = $"https://padel.example/receipts/verify/{Code}";

    [Fact]
    public void A_printed_receipt_says_all_that_was_frozen()
    {
        var sale = Sales.OfGame() with { Customer = new ReceiptCustomer("Sara Ahmed", "Indus Foods Ltd", "7654321-0", "Blue Area, Islamabad") };
        var lines = Print(ReceiptWriting.Receipt(sale, 123, Sales.Now));
        foreach (var said in new[]
        {
            "Receipt", "MPC-2026-000123", "Tue 1 Dec 2026", "Margalla Padel Club", "F-7, Islamabad", "Tax number 1234567-8", "Indus Foods Ltd", "Sara Ahmed",
            "Tax number 7654321-0", "Blue Area, Islamabad", "Court 2", "Sat 5 Dec 2026, 18:00 to 19:30", "7KQ2MX9R", "JazzCash", "P7K2M9QX4T",
            "Sales tax 16 %, contained", "Rs 1,241.38", "Rs 9,000", "7KQ2M X9R7K Q2MX9 RABCD", "https://padel.example/receipts/verify",
        })
            lines.ShouldContain(said);
    }

    [Theory]
    [InlineData("Zoë Ångström-Yılmaz")]
    [InlineData("Škoda Łódź")]
    [InlineData("Анна Иванова")]
    public void Names_in_any_alphabet_can_be_copied_from_the_page(string name) =>
        Print(ReceiptWriting.Receipt(Sales.OfGame() with { Customer = new ReceiptCustomer(name, null, null, null) }, 1, Sales.Now)).ShouldContain(name);

    [Fact]
    public void An_urdu_name_is_drawn_from_right_to_left()
    {
        var lines = Print(ReceiptWriting.Receipt(Sales.OfGame() with { Customer = new ReceiptCustomer("سارہ احمد", null, null, null) }, 1, Sales.Now));
        lines.ShouldContain(new string([.. "سارہ احمد".Reverse()]));
    }

    [Fact]
    public void Every_font_of_the_page_is_embedded_and_only_in_part()
    {
        var pdf = ReceiptPrint.Pdf(ReceiptWriting.Receipt(Sales.OfGame(), 1, Sales.Now), Code, Address);
        var objects = PdfText.Objects(pdf).Values;
        var fonts = objects.Count(one => one.Dictionary.Contains("/Type /Font ", StringComparison.Ordinal) && one.Dictionary.Contains("/Type0", StringComparison.Ordinal));
        fonts.ShouldBe(2);
        objects.Count(one => one.Dictionary.Contains("/FontFile2", StringComparison.Ordinal)).ShouldBe(fonts);
        pdf.Length.ShouldBeLessThan(40_000);
        Encoding.ASCII.GetString(pdf, 0, 8).ShouldBe("%PDF-1.7");
    }

    [Fact]
    public void The_same_receipt_is_the_same_file()
    {
        var document = ReceiptWriting.Receipt(Sales.OfGame(), 1, Sales.Now);
        ReceiptPrint.Pdf(document, Code, Address).ShouldBe(ReceiptPrint.Pdf(document, Code, Address));
    }

    [Fact]
    public void Endless_texts_stay_on_the_page()
    {
        var endless = string.Join(' ', Enumerable.Repeat("Sector", 200));
        var sale = Sales.OfGame() with { Customer = new ReceiptCustomer(new string('W', 300), endless, null, endless) };
        var lines = Print(ReceiptWriting.Receipt(sale, 1, Sales.Now) with { Note = endless });
        lines.Count(line => line.StartsWith("Sector", StringComparison.Ordinal)).ShouldBe(2 + 3 + 3);
        lines.ShouldContain(line => line.StartsWith("WWW", StringComparison.Ordinal) && line.EndsWith('…'));
    }

    private static List<string> Print(ReceiptDocument document) => PdfText.Lines(ReceiptPrint.Pdf(document, Code, Address));
}
