using System.Buffers.Binary;
using System.Text;

namespace Padel.Payments.Receipts.Pdf;

/// <summary>
/// A font with the outlines of the used glyphs only. Glyphs keep their numbers, so that a page's text needs no second table; the others
/// are empty.
/// </summary>
internal static class TrueTypeSubset
{
    private const int LocationFormat = 50;
    private const int CompositeStart = 10;
    private const ushort ArgumentsAreWords = 0x0001;
    private const ushort HasScale = 0x0008;
    private const ushort MoreComponents = 0x0020;
    private const ushort HasTwoScales = 0x0040;
    private const ushort HasMatrix = 0x0080;

    // What a viewer needs to draw; what maps characters is in the document itself.
    private static readonly string[] Kept = ["cvt ", "fpgm", "glyf", "head", "hhea", "hmtx", "loca", "maxp", "prep"];

    public static byte[] Of(TrueTypeFont font, IEnumerable<ushort> used)
    {
        var wanted = WithComponents(font, used);
        var outlines = new MemoryStream();
        var locations = new byte[4 * (font.GlyphCount + 1)];
        for (var glyph = 0; glyph < font.GlyphCount; glyph++)
        {
            if (wanted.Contains((ushort)glyph))
                outlines.Write(font.Outline(glyph));
            while (outlines.Length % 4 != 0)
                outlines.WriteByte(0);
            BinaryPrimitives.WriteInt32BigEndian(locations.AsSpan(4 * (glyph + 1)), (int)outlines.Length);
        }

        var head = font.Table("head").ToArray();
        BinaryPrimitives.WriteInt16BigEndian(head.AsSpan(LocationFormat), 1);
        return Assemble(Kept.Select(name => (name, name switch
        {
            "glyf" => outlines.ToArray(),
            "loca" => locations,
            "head" => head,
            _ => font.Table(name).ToArray(),
        })).Where(table => table.Item2.Length > 0).ToList());
    }

    /// <summary>An é may be drawn by e and an accent: their outlines are needed too.</summary>
    private static HashSet<ushort> WithComponents(TrueTypeFont font, IEnumerable<ushort> used)
    {
        var wanted = new HashSet<ushort> { 0 };
        var waiting = new Stack<ushort>(used);
        while (waiting.TryPop(out var glyph))
        {
            if (!wanted.Add(glyph))
                continue;
            foreach (var component in Components(font.Outline(glyph)))
                waiting.Push(component);
        }

        return wanted;
    }

    private static List<ushort> Components(ReadOnlySpan<byte> outline)
    {
        var components = new List<ushort>();
        if (outline.Length < CompositeStart || BinaryPrimitives.ReadInt16BigEndian(outline) >= 0)
            return components;
        ushort flags;
        var at = CompositeStart;
        do
        {
            flags = BinaryPrimitives.ReadUInt16BigEndian(outline[at..]);
            components.Add(BinaryPrimitives.ReadUInt16BigEndian(outline[(at + 2)..]));
            at += 4 + ((flags & ArgumentsAreWords) != 0 ? 4 : 2);
            at += (flags & HasScale) != 0 ? 2 : (flags & HasTwoScales) != 0 ? 4 : (flags & HasMatrix) != 0 ? 8 : 0;
        }
        while ((flags & MoreComponents) != 0);
        return components;
    }

    private static byte[] Assemble(List<(string Name, byte[] Bytes)> tables)
    {
        var file = new MemoryStream();
        var header = new byte[12 + (16 * tables.Count)];
        BinaryPrimitives.WriteInt32BigEndian(header, 0x00010000);
        BinaryPrimitives.WriteUInt16BigEndian(header.AsSpan(4), (ushort)tables.Count);
        var power = (int)Math.Log2(tables.Count);
        BinaryPrimitives.WriteUInt16BigEndian(header.AsSpan(6), (ushort)(16 << power));
        BinaryPrimitives.WriteUInt16BigEndian(header.AsSpan(8), (ushort)power);
        BinaryPrimitives.WriteUInt16BigEndian(header.AsSpan(10), (ushort)((16 * tables.Count) - (16 << power)));
        file.Write(header);
        for (var i = 0; i < tables.Count; i++)
        {
            var entry = header.AsSpan(12 + (16 * i), 16);
            Encoding.ASCII.GetBytes(tables[i].Name, entry);
            BinaryPrimitives.WriteUInt32BigEndian(entry[4..], Checksum(tables[i].Bytes));
            BinaryPrimitives.WriteInt32BigEndian(entry[8..], (int)file.Length);
            BinaryPrimitives.WriteInt32BigEndian(entry[12..], tables[i].Bytes.Length);
            file.Write(tables[i].Bytes);
            while (file.Length % 4 != 0)
                file.WriteByte(0);
        }

        file.Position = 0;
        file.Write(header);
        return file.ToArray();
    }

    private static uint Checksum(ReadOnlySpan<byte> bytes)
    {
        uint sum = 0;
        for (var at = 0; at < bytes.Length; at += 4)
        {
            uint word = 0;
            for (var i = 0; i < 4; i++)
                word = (word << 8) | (at + i < bytes.Length ? bytes[at + i] : 0u);
            sum = unchecked(sum + word);
        }

        return sum;
    }
}
