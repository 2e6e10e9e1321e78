namespace Padel.Payments.Transfers.Proofs;

/// <summary>A picture or PDF of a transfer, told by its first bytes: what the sender calls it counts for nothing.</summary>
internal sealed record ProofFile(string ContentType, byte[] Content)
{
    public const int MaxBytes = 5 * 1024 * 1024;

    public string Extension => ContentType switch { "image/jpeg" => "jpg", "image/png" => "png", "image/webp" => "webp", _ => "pdf" };

    /// <summary>
    /// Without what a camera wrote beside the picture (place, time, device); null when it is none of the four kinds, or damaged.
    /// A PDF stays as it is: nobody can take something out of one safely.
    /// </summary>
    public static ProofFile? Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith("%PDF-"u8))
            return new ProofFile("application/pdf", bytes.ToArray());
        return JpegPicture.Bare(bytes) is { } jpeg ? new ProofFile("image/jpeg", jpeg)
            : PngPicture.Bare(bytes) is { } png ? new ProofFile("image/png", png)
            : WebpPicture.Bare(bytes) is { } webp ? new ProofFile("image/webp", webp)
            : null;
    }
}
