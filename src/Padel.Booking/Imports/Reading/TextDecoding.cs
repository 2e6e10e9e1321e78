using System.Text;
using Padel.Kernel;

namespace Padel.Booking.Imports.Reading;

/// <summary>
/// Which encoding a file is written in: by its byte order mark, else UTF-8 when every byte fits, else Windows-1252, in which spreadsheets
/// on Windows save plain CSV. Workbooks and other binary files are told apart, for people do send them.
/// </summary>
internal static class TextDecoding
{
    private const int BlockBytes = 64 * 1024;
    private const int WindowsLatin = 1252;

    private static readonly byte[] ZipMark = "PK\u0003\u0004"u8.ToArray();

    public static async Task<Result<Encoding>> Detect(ImportFile file, CancellationToken cancellation)
    {
        await using var stream = file.Open();
        var block = new byte[BlockBytes];
        var length = await stream.ReadAtLeastAsync(block, BlockBytes, throwOnEndOfStream: false, cancellation);
        var start = block.AsMemory(0, length);
        if (start.Span.StartsWith(ZipMark))
            return ImportErrors.Unreadable(file.Name, "it is a spreadsheet workbook. Save it as CSV and send that");
        if (start.Span is [0xFF, 0xFE, ..])
            return Encoding.Unicode;
        if (start.Span is [0xFE, 0xFF, ..])
            return Encoding.BigEndianUnicode;

        var utf8 = new Utf8Check();
        while (length > 0)
        {
            if (block.AsSpan(0, length).Contains((byte)0))
                return ImportErrors.Unreadable(file.Name, "it is not a text file");
            utf8.Add(block.AsSpan(0, length));
            length = await stream.ReadAtLeastAsync(block, BlockBytes, throwOnEndOfStream: false, cancellation);
        }

        return utf8.Fits ? Encoding.UTF8 : CodePagesEncodingProvider.Instance.GetEncoding(WindowsLatin)!; // the provider has this page built in
    }

    // Characters may be cut by the end of a block, so the decoder keeps its state.
    private sealed class Utf8Check
    {
        private readonly Decoder _decoder = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetDecoder();
        private bool _invalid;

        public bool Fits => !_invalid && Count([], flush: true);

        public void Add(ReadOnlySpan<byte> bytes) => _invalid = _invalid || !Count(bytes, flush: false);

        private bool Count(ReadOnlySpan<byte> bytes, bool flush)
        {
            var characters = new char[bytes.Length + 1];
            try
            {
                _decoder.Convert(bytes, characters, flush, out _, out _, out _);
                return true;
            }
            catch (DecoderFallbackException)
            {
                return false;
            }
        }
    }
}
