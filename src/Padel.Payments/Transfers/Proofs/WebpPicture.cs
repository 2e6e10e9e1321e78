using System.Buffers.Binary;
using System.Text;

namespace Padel.Payments.Transfers.Proofs;

/// <summary>WebP (a RIFF container): chunks of the picture stay; EXIF, XMP and colour profiles go, and so do the flags that announce them.</summary>
internal static class WebpPicture
{
    private const int Header = 12;
    private const int ChunkHeader = 8;
    private const byte Announced = 0b0010_1100; // colour profile, EXIF, XMP

    private static readonly string[] Needed = ["VP8 ", "VP8L", "VP8X", "ALPH", "ANIM", "ANMF"];

    /// <returns>Null when it is no WebP, or ends before its end.</returns>
    public static byte[]? Bare(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < Header || !bytes.StartsWith("RIFF"u8) || !bytes[8..].StartsWith("WEBP"u8))
            return null;
        var end = (long)BinaryPrimitives.ReadUInt32LittleEndian(bytes[4..]) + 8;
        if (end > bytes.Length)
            return null;
        using var bare = new MemoryStream(bytes.Length);
        bare.Write(bytes[..Header]);
        for (var at = Header; at + ChunkHeader <= end;)
        {
            var length = BinaryPrimitives.ReadUInt32LittleEndian(bytes[(at + 4)..]);
            var whole = ChunkHeader + (long)length + (length & 1); // chunks begin at even places
            if (at + whole > end)
                return null;
            if (Needed.Contains(Encoding.ASCII.GetString(bytes.Slice(at, 4))))
                bare.Write(bytes.Slice(at, (int)whole));
            at += (int)whole;
        }

        return bare.Length > Header ? Corrected(bare.ToArray()) : null;
    }

    private static byte[] Corrected(byte[] bare)
    {
        BinaryPrimitives.WriteUInt32LittleEndian(bare.AsSpan(4), (uint)bare.Length - 8);
        if (bare.AsSpan(Header).StartsWith("VP8X"u8) && bare.Length > Header + ChunkHeader)
            bare[Header + ChunkHeader] &= unchecked((byte)~Announced);
        return bare;
    }
}
