using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Padel.Payments.Receipts.Pdf;

/// <summary>The objects of a PDF 1.7 file and where they lie. The same objects make the same bytes.</summary>
internal sealed class PdfFile
{
    private readonly List<byte> _bytes = [];
    private readonly List<int> _offsets = [];

    // The second line tells programs that the file is binary.
    public PdfFile()
    {
        Write("%PDF-1.7\n%");
        _bytes.AddRange([0xE2, 0xE3, 0xCF, 0xD3, (byte)'\n']);
    }

    /// <summary>A number for an object that is written later; others may refer to it before.</summary>
    public int Reserve()
    {
        _offsets.Add(0);
        return _offsets.Count;
    }

    public int Add(string dictionary)
    {
        var number = Reserve();
        Put(number, dictionary);
        return number;
    }

    public void Put(int number, string dictionary)
    {
        Begin(number);
        Write($"{dictionary}\nendobj\n");
    }

    /// <param name="entries">Further entries of the stream's dictionary.</param>
    public int AddStream(ReadOnlySpan<byte> content, string entries = "")
    {
        using var packed = new MemoryStream();
        using (var zip = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
            zip.Write(content);
        var number = Reserve();
        Begin(number);
        Write($"<< /Filter /FlateDecode /Length {packed.Length}{entries} >>\nstream\n");
        _bytes.AddRange(packed.GetBuffer().AsSpan(0, (int)packed.Length));
        Write("\nendstream\nendobj\n");
        return number;
    }

    /// <summary>Ends the file with the table of its objects.</summary>
    public byte[] Finish(int catalog, int information)
    {
        var table = _bytes.Count;
        Write($"xref\n0 {_offsets.Count + 1}\n0000000000 65535 f \n");
        foreach (var offset in _offsets)
            Write(string.Create(CultureInfo.InvariantCulture, $"{offset:0000000000} 00000 n \n"));
        Write($"trailer\n<< /Size {_offsets.Count + 1} /Root {catalog} 0 R /Info {information} 0 R >>\nstartxref\n{table}\n%%EOF\n");
        return [.. _bytes];
    }

    /// <summary>A string for readers, in any script.</summary>
    public static string Text(string text) => $"<FEFF{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(text))}>";

    private void Begin(int number)
    {
        _offsets[number - 1] = _bytes.Count;
        Write(string.Create(CultureInfo.InvariantCulture, $"{number} 0 obj\n"));
    }

    private void Write(string text) => _bytes.AddRange(Encoding.ASCII.GetBytes(text));
}
