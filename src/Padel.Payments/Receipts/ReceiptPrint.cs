using System.Globalization;
using Padel.Kernel;
using Padel.Payments.Receipts.Pdf;
using QRCoder;

namespace Padel.Payments.Receipts;

/// <summary>A receipt or credit note on one A5 page, with a code that verifies it.</summary>
internal static class ReceiptPrint
{
    private const double Width = 419.53;
    private const double Height = 595.28;
    private const double Margin = 36;
    private const double Right = Width - Margin;
    private const double Column = Margin + 178;
    private const double QrSize = 92;
    private static readonly Ink Strong = new(0.085, 0.117, 0.183);
    private static readonly Ink Quiet = new(0.363, 0.391, 0.435);
    private static readonly Ink Hairline = new(0.867, 0.888, 0.912);
    private static readonly TextStyle Title = new(Face.SemiBold, 22, Strong);
    private static readonly TextStyle Heading = new(Face.SemiBold, 10.5, Strong);
    private static readonly TextStyle Body = new(Face.Regular, 9, Strong);
    private static readonly TextStyle Small = new(Face.Regular, 8, Quiet);
    private static readonly TextStyle Figure = new(Face.SemiBold, 17, Strong);

    /// <param name="verification">The address that the code leads to.</param>
    public static byte[] Pdf(ReceiptDocument document, string code, string verification) =>
        PdfWriter.OnePage(Width, Height, $"{Name(document)} {document.Label}", document.Seller.LegalName ?? document.Seller.Name, page =>
        {
            ReceiptHeader.Draw(page, document.Seller, Margin);
            var y = DrawTitle(page, document);
            y = DrawParties(page, document, y);
            y = DrawLines(page, document, y);
            DrawTotal(page, document, y);
            DrawVerification(page, document, code, verification);
        });

    private static string Name(ReceiptDocument document) => document.IsCreditNote ? "Credit note" : "Receipt";

    private static double DrawTitle(PdfPage page, ReceiptDocument document)
    {
        const double baseline = ReceiptHeader.Height + 40;
        page.Text(Margin, baseline, Name(document), Title);
        page.TextEndingAt(Right, baseline - 9, document.Label, Heading);
        page.TextEndingAt(Right, baseline + 3, document.Date.ToString("ddd d MMM yyyy", CultureInfo.InvariantCulture), Small);
        return baseline + 26;
    }

    private static double DrawParties(PdfPage page, ReceiptDocument document, double top)
    {
        var (seller, customer) = (document.Seller, document.Customer);
        var left = DrawParty(page, Margin, top, "From", seller.LegalName ?? seller.Name,
            [seller.LegalName is null ? null : seller.Name, seller.Address, seller.Phone, TaxNumber(seller.TaxNumber)]);
        var right = DrawParty(page, Column, top, "For", customer.CompanyName ?? customer.Name,
            [customer.CompanyName is null ? null : customer.Name, customer.Address, TaxNumber(customer.TaxNumber)]);
        return Math.Max(left, right) + 14;
    }

    private static double DrawParty(PdfPage page, double x, double top, string label, string name, string?[] details)
    {
        const double lineHeight = 11.5;
        const double columnWidth = Column - Margin - 14;
        var y = top;
        page.Text(x, y, label, Small);
        foreach (var line in TextWrap.Lines(name, Heading, columnWidth, 2))
            page.Text(x, y += lineHeight + 2, line, Heading);
        foreach (var line in details.Where(detail => !string.IsNullOrWhiteSpace(detail)).SelectMany(detail => TextWrap.Lines(detail!, Small, columnWidth, 3))) // just filtered
            page.Text(x, y += lineHeight, line, Small);
        return y;
    }

    private static double DrawLines(PdfPage page, ReceiptDocument document, double top)
    {
        const double amountWidth = 90;
        var y = top;
        page.Rule(Margin, y, Right - Margin, Hairline);
        foreach (var line in document.Lines)
        {
            y += 19;
            page.TextEndingAt(Right, y, Amount(document, line.AmountMinor), Heading);
            foreach (var text in TextWrap.Lines(line.Text, Heading, Right - Margin - amountWidth, 2))
            {
                page.Text(Margin, y, text, Heading);
                y += 13;
            }

            if (line.Detail is not null)
                page.Text(Margin, y, line.Detail, Body);
            y += 11;
            page.Rule(Margin, y, Right - Margin, Hairline);
        }

        return y;
    }

    private static void DrawTotal(PdfPage page, ReceiptDocument document, double top)
    {
        var y = top + 17;
        foreach (var (label, value) in Facts(document))
        {
            page.Text(Margin, y, label, Small);
            page.TextEndingAt(Right, y, value, Body);
            y += 14;
        }

        page.Text(Margin, y + 16, document.IsCreditNote ? "Given back" : "Paid", Heading);
        page.TextEndingAt(Right, y + 17, Amount(document, document.TotalMinor), Figure);
        if (document.Note is null)
            return;
        y += 34;
        foreach (var line in TextWrap.Lines(document.Note, Small, Right - Margin, 3))
            page.Text(Margin, y += 11, line, Small);
    }

    private static IEnumerable<(string Label, string Value)> Facts(ReceiptDocument document)
    {
        if (document.Credits is { } credits)
            yield return ("Takes back receipt", credits);
        if (document.BookingReference is { } booking)
            yield return ("Booking", booking);
        yield return (document.IsCreditNote ? "How" : "Paid with", document.PaidWith);
        yield return ("Payment reference", document.PaymentReference);
        if (document.Tax is { } tax)
            yield return ($"{tax.Label} {ReceiptWording.Percent(tax.BasisPoints)}, contained", Amount(document, tax.AmountMinor));
    }

    private static void DrawVerification(PdfPage page, ReceiptDocument document, string code, string verification)
    {
        const double top = Height - Margin - QrSize;
        const double x = Margin + QrSize + 16;
        page.Rule(Margin, top - 14, Right - Margin, Hairline);
        using var qr = QRCodeGenerator.GenerateQrCode(verification, QRCodeGenerator.ECCLevel.M);
        page.Squares(Margin, top, QrSize, QuietZone.Without(qr), Strong);
        page.Text(x, top + 14, "Genuine?", Heading);
        page.Text(x, top + 28, "Scan the code, or enter it where receipts are verified:", Small);
        page.Text(x, top + 43, string.Join(' ', code.Chunk(5).Select(part => new string(part))), Heading);
        foreach (var (index, line) in TextWrap.Lines(verification[..^(code.Length + 1)], Small, Right - x, 2).Index())
            page.Text(x, top + 57 + (index * 11), line, Small);
        page.Text(x, top + QrSize - 1, $"{document.Seller.Name}. Made by a computer; valid without a signature.", Small with { Size = 7 });
    }

    private static string? TaxNumber(string? number) => number is null ? null : $"Tax number {number}";

    private static string Amount(ReceiptDocument document, long minor) => ReceiptWording.Amount(new Money(minor, Currency.Of(document.Currency)));
}
