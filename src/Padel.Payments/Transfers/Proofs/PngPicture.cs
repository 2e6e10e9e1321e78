using System.Buffers.Binary;
using System.Text;

namespace Padel.Payments.Transfers.Proofs;

/// <summary>PNG (ISO 15948): chunks up to the last one. Those a picture needs stay; texts, times and what cameras write go.</summary>
internal static class PngPicture
{
    private const int ChunkFrame = 12; // length, name, checksum

    private static readonly string[] Needed = ["IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "cHRM", "sRGB", "sBIT", "bKGD", "pHYs"];

    private static ReadOnlySpan<byte> Signature => [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    /// <returns>Null when it is no PNG, or ends before its end.</returns>
    public static byte[]? Bare(ReadOnlySpan<byte> bytes)
    {
        if (!bytes.StartsWith(Signature))
            return null;
        using var bare = new MemoryStream(bytes.Length);
        bare.Write(Signature);
        for (var at = Signature.Length; at + ChunkFrame <= bytes.Length;)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(bytes[at..]);
            if (length > bytes.Length - at - ChunkFrame)
                return null;
            var name = Encoding.ASCII.GetString(bytes.Slice(at + 4, 4));
            var whole = (int)length + ChunkFrame;
            if (Needed.Contains(name))
                bare.Write(bytes.Slice(at, whole));
            if (name == "IEND")
                return bare.ToArray();
            at += whole;
        }

        return null;
    }
}
