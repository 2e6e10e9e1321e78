using System.Buffers.Binary;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Padel.Payments.Transfers.Proofs;

namespace Padel.Tests.Payments.Transfers;

public sealed class ProofFileTests
{
    private const string Secret = "33.7215N 73.0566E";

    // The smallest picture with two scans: tables, EXIF, a comment, Adobe's segment, marks and stuffed bytes inside the data, and a trailer.
    private static readonly byte[] Jpeg =
    [
        0xFF, 0xD8, .. Segment(0xE0, "JFIF\0\u0001\u0001\0\0\u0001\0\u0001\0\0"), .. Segment(0xE1, "Exif\0\0" + Secret), .. Segment(0xED, "Photoshop " + Secret),
        .. Segment(0xFE, Secret), .. Segment(0xEE, "Adobe colours"), .. Segment(0xDB, "table"), .. Segment(0xDA, "scan"), 1, 2, 0xFF, 0, 3, 0xFF, 0xD0, 4,
        .. Segment(0xC4, "more"), 0xFF, .. Segment(0xDA, "scan two"), 5, 6, 0xFF, 0xD9, .. Encoding.ASCII.GetBytes(Secret),
    ];

    private static readonly byte[] Png =
    [
        0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, .. Chunk("IHDR", new byte[13]), .. Chunk("tEXt", Encoding.ASCII.GetBytes(Secret)),
        .. Chunk("eXIf", Encoding.ASCII.GetBytes(Secret)), .. Chunk("IDAT", [1, 2, 3]), .. Chunk("IEND", []), .. Encoding.ASCII.GetBytes(Secret),
    ];

    private static readonly byte[] Webp = Riff(
    [
        .. RiffChunk("VP8X", [0b0010_1100, 0, 0, 0, 1, 0, 0, 1, 0, 0]), .. RiffChunk("VP8 ", [1, 2, 3]),
        .. RiffChunk("EXIF", Encoding.ASCII.GetBytes(Secret)), .. RiffChunk("XMP ", Encoding.ASCII.GetBytes(Secret)),
    ]);

    public static TheoryData<string, byte[]> Pictures => new() { { "image/jpeg", Jpeg }, { "image/png", Png }, { "image/webp", Webp } };

    [Theory, MemberData(nameof(Pictures))]
    public void What_a_camera_wrote_beside_the_picture_is_gone(string contentType, byte[] picture)
    {
        var file = ProofFile.Read(picture).ShouldNotBeNull();

        file.ContentType.ShouldBe(contentType);
        Encoding.Latin1.GetString(file.Content).ShouldNotContain(Secret);
        ProofFile.Read(file.Content).ShouldNotBeNull().Content.ShouldBe(file.Content);
    }

    [Fact]
    public void What_a_jpeg_needs_stays()
    {
        var text = Encoding.Latin1.GetString(ProofFile.Read(Jpeg).ShouldNotBeNull().Content);

        foreach (var needed in new[] { "JFIF", "Adobe colours", "table", "scan", "more", "scan two", "\u0001\u0002\u00ff\0\u0003\u00ff\u00d0\u0004" })
            text.ShouldContain(needed);
        text.ShouldEndWith("\u0005\u0006\u00ff\u00d9");
    }

    [Fact]
    public void A_webp_does_not_announce_what_is_gone()
    {
        var content = ProofFile.Read(Webp).ShouldNotBeNull().Content;

        content[20].ShouldBe((byte)0);
        BinaryPrimitives.ReadUInt32LittleEndian(content.AsSpan(4)).ShouldBe((uint)content.Length - 8);
    }

    [Fact]
    public void A_pdf_stays_as_it_is()
    {
        var pdf = "%PDF-1.7 and so on"u8.ToArray();

        ProofFile.Read(pdf).ShouldNotBeNull().ShouldSatisfyAllConditions(file => file.ContentType.ShouldBe("application/pdf"), file => file.Content.ShouldBe(pdf));
    }

    [Theory]
    [InlineData("")]
    [InlineData("<html><script>alert(1)</script>")]
    [InlineData("GIF89a")]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg'/>")]
    [InlineData("MZ")]
    public void Anything_else_is_refused_whatever_it_is_called(string text) => ProofFile.Read(Encoding.ASCII.GetBytes(text)).ShouldBeNull();

    [Theory, MemberData(nameof(Pictures))]
    public void A_picture_that_was_cut_off_is_refused(string contentType, byte[] picture)
    {
        var needed = ProofFile.Read(picture).ShouldNotBeNull().Content;
        for (var length = 0; length < needed.Length; length++)
            ProofFile.Read(needed.AsSpan(0, length)).ShouldBeNull($"{contentType} cut to {length}");
    }

    [Fact]
    public void No_bytes_break_it() => Check.QuickThrowOnFailure(Prop.ForAll<byte[], byte>((noise, at) =>
    {
        foreach (var picture in new[] { Jpeg, Png, Webp })
        {
            var damaged = picture.ToArray();
            noise.AsSpan(0, Math.Min(noise.Length, damaged.Length - 4)).CopyTo(damaged.AsSpan(4 + (at % 8) > damaged.Length - noise.Length ? damaged.Length - Math.Min(noise.Length, damaged.Length - 4) : 4 + (at % 8)));
            if (ProofFile.Read(damaged) is { } file && file.Content.Length > damaged.Length)
                return false;
        }

        return true;
    }));

    private static byte[] Segment(byte marker, string data) => [0xFF, marker, 0, (byte)(data.Length + 2), .. Encoding.Latin1.GetBytes(data)];

    private static byte[] Chunk(string name, byte[] data)
    {
        var length = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, data.Length);
        return [.. length, .. Encoding.ASCII.GetBytes(name), .. data, 0, 0, 0, 0];
    }

    private static byte[] RiffChunk(string name, byte[] data)
    {
        var length = new byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(length, data.Length);
        return [.. Encoding.ASCII.GetBytes(name), .. length, .. data, .. new byte[data.Length % 2]];
    }

    private static byte[] Riff(byte[] chunks)
    {
        var length = new byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(length, chunks.Length + 4);
        return [.. "RIFF"u8, .. length, .. "WEBP"u8, .. chunks];
    }
}
