using Padel.Payments.Receipts.Pdf;

namespace Padel.Payments.Receipts;

/// <summary>The head of a receipt: the club's name on the court, its lines from above, cropped, and a ball.</summary>
internal static class ReceiptHeader
{
    public const double Height = 84;
    private const double LineWidth = 1.6;
    private static readonly Ink Court = new(0.086, 0.308, 0.702);
    private static readonly Ink Outside = new(0.063, 0.234, 0.572);
    private static readonly Ink Lines = new(0.949, 0.970, 0.994);
    private static readonly Ink Ball = new(0.847, 0.955, 0.204);
    private static readonly TextStyle Name = new(Face.SemiBold, 19, new Ink(1, 1, 1));

    public static void Draw(PdfPage page, ReceiptSeller seller, double margin)
    {
        const double side = 292;
        const double top = 22;
        page.Clip(0, 0, page.Width, Height);
        page.Rectangle(0, 0, page.Width, Height, Outside);
        page.Rectangle(side, top, page.Width, Height, Court);
        page.Line(side, top, page.Width, top, LineWidth, Lines);
        page.Line(side, top, side, Height, LineWidth, Lines);
        page.Line(side + 50, top, side + 50, Height, LineWidth, Lines);
        page.Line(side + 50, Height - 14, page.Width, Height - 14, LineWidth, Lines);
        page.Disc(side + 78, top + 22, 5, Ball);
        page.EndClip();
        var lines = TextWrap.Lines(seller.Name, Name, side - margin - 16, 2);
        for (var i = 0; i < lines.Count; i++)
            page.Text(margin, (lines.Count == 1 ? 49 : 38) + (i * 23), lines[i], Name);
    }
}
