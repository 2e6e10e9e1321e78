using System.Globalization;
using System.Text;

namespace Padel.Payments.Receipts.Pdf;

internal enum Face
{
    Regular,
    SemiBold,
}

/// <summary>A stretch of text in one font, ready to be drawn: glyph numbers in hexadecimal.</summary>
internal readonly record struct Piece(PdfFont Font, string Glyphs);

/// <summary>
/// The fonts of one document. Latin text is set in the product's own face; what it lacks comes from the next font that has it: Arabic
/// script, then all others.
/// </summary>
internal sealed class FontBook
{
    private static readonly Lazy<TrueTypeFont> Regular = Load("InstrumentSans-Regular");
    private static readonly Lazy<TrueTypeFont> SemiBold = Load("InstrumentSans-SemiBold");
    private static readonly Lazy<TrueTypeFont> Arabic = Load("NotoSansArabic-Regular");
    private static readonly Lazy<TrueTypeFont> AnyScript = Load("DejaVuSans");

    private readonly List<PdfFont> _used = [];

    public IReadOnlyList<PdfFont> Used => _used;

    /// <returns>The pieces in the order in which they are drawn.</returns>
    public List<Piece> Set(string text, Face face)
    {
        var pieces = new List<Piece>();
        var glyphs = new StringBuilder();
        PdfFont? current = null;
        foreach (var character in TextShaping.Order(text))
        {
            var (font, glyph) = Find(character.Shape, face);
            if (current is not null && font != current.Font)
                Close(current);
            current = Use(font);
            current.Use(glyph, character.Text);
            glyphs.Append(CultureInfo.InvariantCulture, $"{glyph:X4}");
        }

        if (current is not null)
            Close(current);
        return pieces;

        void Close(PdfFont font)
        {
            pieces.Add(new Piece(font, glyphs.ToString()));
            glyphs.Clear();
        }
    }

    public static double Width(string text, Face face, double size) =>
        TextShaping.Order(text).Sum(character => Find(character.Shape, face) is var (font, glyph) ? font.WidthOf(glyph) : 0) * size / 1000;

    private PdfFont Use(TrueTypeFont font)
    {
        if (_used.Find(one => one.Font == font) is { } known)
            return known;
        var added = new PdfFont($"F{_used.Count + 1}", font);
        _used.Add(added);
        return added;
    }

    private static (TrueTypeFont Font, ushort Glyph) Find(Rune character, Face face)
    {
        var own = face == Face.SemiBold ? SemiBold : Regular;
        foreach (var font in new[] { own, Arabic, AnyScript })
        {
            if (font.Value.GlyphOf(character) is var glyph and not 0)
                return (font.Value, glyph);
        }

        return (own.Value, 0);
    }

    private static Lazy<TrueTypeFont> Load(string name) => new(() =>
    {
        using var stream = typeof(FontBook).Assembly.GetManifestResourceStream($"{typeof(FontBook).Namespace}.Fonts.{name}.ttf")
            ?? throw new InvalidOperationException($"The font {name} is not part of the program.");
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return new TrueTypeFont(name, bytes.ToArray());
    });
}
