using System.Globalization;
using System.Text;

namespace Padel.Payments.Receipts.Pdf;

/// <summary>A font as one document uses it: embedded with the glyphs that were drawn, and what each says for those who copy or search.</summary>
internal sealed class PdfFont(string resource, TrueTypeFont font)
{
    private const int MostLinesOfAMap = 100;
    private readonly SortedDictionary<ushort, string> _used = [];

    /// <summary>Its name on the page.</summary>
    public string Resource { get; } = resource;

    public TrueTypeFont Font { get; } = font;

    /// <summary>Remembers that a glyph is drawn and what it stands for.</summary>
    public void Use(ushort glyph, string text) => _used.TryAdd(glyph, text);

    public int WriteTo(PdfFile file)
    {
        var name = $"{Tag()}+{Font.Name}";
        var program = TrueTypeSubset.Of(Font, _used.Keys);
        var programObject = file.AddStream(program, $" /Length1 {program.Length}");
        var descriptor = file.Add(Invariant(
            $"""
            << /Type /FontDescriptor /FontName /{name} /Flags 4 /FontBBox [{string.Join(' ', Font.Box.Select(Scaled))}] /ItalicAngle 0
            /Ascent {Scaled(Font.Ascent)} /Descent {Scaled(Font.Descent)} /CapHeight {Scaled(Font.Ascent)} /StemV 80 /FontFile2 {programObject} 0 R >>
            """));
        var widths = string.Join(' ', _used.Keys.Select(glyph => Invariant($"{glyph} [{Font.WidthOf(glyph):0.##}]")));
        var descendant = file.Add(
            $"""
            << /Type /Font /Subtype /CIDFontType2 /BaseFont /{name} /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >>
            /FontDescriptor {descriptor} 0 R /CIDToGIDMap /Identity /DW 500 /W [{widths}] >>
            """);
        var toUnicode = file.AddStream(Encoding.ASCII.GetBytes(ToUnicode()));
        return file.Add(
            $"""
            << /Type /Font /Subtype /Type0 /BaseFont /{name} /Encoding /Identity-H /DescendantFonts [{descendant} 0 R] /ToUnicode {toUnicode} 0 R >>
            """);
    }

    // Six letters before the name say that it is a part of the font: made from what it holds, so that the same receipt is the same file.
    private string Tag()
    {
        var hash = _used.Keys.Aggregate(17u, (sum, glyph) => unchecked((sum * 31) + glyph));
        return new string([.. Enumerable.Range(0, 6).Select(i => (char)('A' + (hash >> (i * 5)) % 26))]);
    }

    private string ToUnicode()
    {
        var map = new StringBuilder(
            """
            /CIDInit /ProcSet findresource begin
            12 dict begin
            begincmap
            /CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
            /CMapName /Adobe-Identity-UCS def
            /CMapType 2 def
            1 begincodespacerange
            <0000> <FFFF>
            endcodespacerange

            """);
        foreach (var lines in _used.Chunk(MostLinesOfAMap))
        {
            map.Append(CultureInfo.InvariantCulture, $"{lines.Length} beginbfchar\n");
            foreach (var (glyph, text) in lines)
                map.Append(CultureInfo.InvariantCulture, $"<{glyph:X4}> <{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(text))}>\n");
            map.Append("endbfchar\n");
        }

        return map.Append("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n").ToString();
    }

    private int Scaled(int units) => units * 1000 / Font.UnitsPerEm;

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
