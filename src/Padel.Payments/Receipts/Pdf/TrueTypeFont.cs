using System.Buffers.Binary;
using System.Text;

namespace Padel.Payments.Receipts.Pdf;

/// <summary>What a page needs to know of a TrueType font: which glyph draws a character, how wide it is, where its outline lies.</summary>
internal sealed class TrueTypeFont
{
    private const int DirectoryStart = 12;
    private const int DirectoryEntry = 16;
    private const int LongOffsets = 1;
    private readonly Dictionary<string, Range> _tables = [];
    private readonly Dictionary<int, ushort> _glyphs;
    private readonly int _widths;

    public TrueTypeFont(string name, byte[] bytes)
    {
        (Name, Bytes) = (name, bytes);
        int tables = U16(4);
        for (var at = DirectoryStart; at < DirectoryStart + (tables * DirectoryEntry); at += DirectoryEntry)
            _tables[Encoding.ASCII.GetString(bytes, at, 4)] = new Range(I32(at + 8), I32(at + 8) + I32(at + 12));
        UnitsPerEm = U16(Start("head") + 18);
        HasLongOffsets = I16(Start("head") + 50) == LongOffsets;
        Box = [.. Enumerable.Range(0, 4).Select(i => I16(Start("head") + 36 + (2 * i)))];
        (Ascent, Descent) = (I16(Start("hhea") + 4), I16(Start("hhea") + 6));
        _widths = U16(Start("hhea") + 34);
        GlyphCount = U16(Start("maxp") + 4);
        _glyphs = CharacterMap.Read(bytes.AsSpan(_tables["cmap"]));
    }

    public string Name { get; }

    public byte[] Bytes { get; }

    public int UnitsPerEm { get; }

    public bool HasLongOffsets { get; }

    public int[] Box { get; }

    public int Ascent { get; }

    public int Descent { get; }

    public int GlyphCount { get; }

    /// <summary>The glyph that draws a character; zero when the font has none.</summary>
    public ushort GlyphOf(Rune character) => _glyphs.GetValueOrDefault(character.Value);

    /// <summary>In thousandths of the size of the text.</summary>
    public double WidthOf(ushort glyph) => U16(Start("hmtx") + (4 * Math.Min(glyph, _widths - 1))) * 1000.0 / UnitsPerEm;

    public ReadOnlySpan<byte> Table(string name) => _tables.TryGetValue(name, out var range) ? Bytes.AsSpan(range) : [];

    /// <summary>The outline of a glyph; empty for a space.</summary>
    public ReadOnlySpan<byte> Outline(int glyph)
    {
        var loca = Start("loca");
        var (from, to) = HasLongOffsets
            ? (I32(loca + (4 * glyph)), I32(loca + (4 * glyph) + 4))
            : (2 * U16(loca + (2 * glyph)), 2 * U16(loca + (2 * glyph) + 2));
        return Table("glyf")[from..to];
    }

    private int Start(string table) => _tables[table].Start.Value;

    private ushort U16(int at) => BinaryPrimitives.ReadUInt16BigEndian(Bytes.AsSpan(at));

    private short I16(int at) => BinaryPrimitives.ReadInt16BigEndian(Bytes.AsSpan(at));

    private int I32(int at) => BinaryPrimitives.ReadInt32BigEndian(Bytes.AsSpan(at));
}
