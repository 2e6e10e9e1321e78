using System.Buffers.Binary;

namespace Padel.Payments.Receipts.Pdf;

/// <summary>Reads a font's <c>cmap</c> table: which glyph draws which character.</summary>
internal static class CharacterMap
{
    private const int Microsoft = 3;
    private const int BasicPlane = 1;
    private const int AllPlanes = 10;
    private const int LastOfBasicPlane = 0xFFFF;

    public static Dictionary<int, ushort> Read(ReadOnlySpan<byte> cmap)
    {
        var glyphs = new Dictionary<int, ushort>();
        int tables = U16(cmap, 2);
        for (var i = 0; i < tables; i++)
        {
            var (platform, encoding) = (U16(cmap, 4 + (8 * i)), U16(cmap, 6 + (8 * i)));
            var map = cmap[I32(cmap, 8 + (8 * i))..];
            if (platform == Microsoft && encoding == BasicPlane && U16(map, 0) == 4)
                ReadSegments(map, glyphs);
            else if (platform == Microsoft && encoding == AllPlanes && U16(map, 0) == 12)
                ReadGroups(map, glyphs);
        }

        return glyphs;
    }

    // Format 4: stretches of characters, each with a distance to its glyphs or a list of them.
    private static void ReadSegments(ReadOnlySpan<byte> map, Dictionary<int, ushort> glyphs)
    {
        int twice = U16(map, 6);
        for (var segment = 0; segment < twice; segment += 2)
        {
            var (last, first) = (U16(map, 14 + segment), U16(map, 16 + twice + segment));
            var delta = U16(map, 16 + (2 * twice) + segment);
            var listAt = 16 + (3 * twice) + segment;
            int list = U16(map, listAt);
            for (int character = first; character <= last && character < LastOfBasicPlane; character++)
            {
                var glyph = list == 0 ? character : U16(map, listAt + list + (2 * (character - first)));
                if (glyph != 0)
                    glyphs.TryAdd(character, (ushort)(glyph + delta));
            }
        }
    }

    // Format 12: groups of characters with the first one's glyph.
    private static void ReadGroups(ReadOnlySpan<byte> map, Dictionary<int, ushort> glyphs)
    {
        var groups = I32(map, 12);
        for (var at = 16; at < 16 + (groups * 12); at += 12)
        {
            for (var character = I32(map, at); character <= I32(map, at + 4); character++)
                glyphs.TryAdd(character, (ushort)(I32(map, at + 8) + character - I32(map, at)));
        }
    }

    private static ushort U16(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt16BigEndian(bytes[at..]);

    private static int I32(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadInt32BigEndian(bytes[at..]);
}
