using System.Buffers.Binary;

namespace Padel.Payments.Transfers.Proofs;

/// <summary>JPEG (ISO 10918-1): segments up to the end of the image. What a picture needs stays; application segments and comments go.</summary>
internal static class JpegPicture
{
    private const byte Lead = 0xFF;
    private const byte Start = 0xD8;
    private const byte End = 0xD9;
    private const byte Scan = 0xDA;
    private const byte Comment = 0xFE;
    private const byte FirstApplication = 0xE0;
    private const byte LastApplication = 0xEF;

    /// <summary>Adobe's segment says how colours are coded; without it some pictures turn pink.</summary>
    private const byte Adobe = 0xEE;

    /// <returns>Null when it is no JPEG, or ends before its end.</returns>
    public static byte[]? Bare(ReadOnlySpan<byte> bytes)
    {
        if (!bytes.StartsWith([Lead, Start, Lead]))
            return null;
        using var bare = new MemoryStream(bytes.Length);
        bare.Write(bytes[..2]);
        var at = 2;
        while (at + 1 < bytes.Length && bytes[at] == Lead)
        {
            var marker = bytes[at + 1];
            if (marker == End)
            {
                bare.Write(bytes.Slice(at, 2)); // what follows is no part of the picture
                return bare.ToArray();
            }

            if (marker == Lead)
            {
                at++; // padding
                continue;
            }

            if (SegmentAt(bytes, at) is not { } length)
                return null;
            if (!IsBeside(marker))
                bare.Write(bytes.Slice(at, length));
            at += length;
            if (marker == Scan)
            {
                var data = ScanLength(bytes[at..]);
                bare.Write(bytes.Slice(at, data));
                at += data;
            }
        }

        return null;
    }

    private static bool IsBeside(byte marker) => marker == Comment || marker is > FirstApplication and <= LastApplication and not Adobe;

    // Marker, then a length that counts itself.
    private static int? SegmentAt(ReadOnlySpan<byte> bytes, int at)
    {
        if (at + 4 > bytes.Length)
            return null;
        var length = 2 + BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 2)..]);
        return length < 4 || at + length > bytes.Length ? null : length;
    }

    // Compressed data up to the next marker; FF 00 is a byte of data and FF D0 to D7 are marks inside of it.
    private static int ScanLength(ReadOnlySpan<byte> bytes)
    {
        for (var i = 0; i + 1 < bytes.Length; i++)
        {
            if (bytes[i] == Lead && bytes[i + 1] is not (0 or (>= 0xD0 and <= 0xD7)))
                return i;
        }

        return bytes.Length;
    }
}
