using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace Padel.Tests.Payments.Receipts;

/// <summary>Reads the text of a PDF as a reader's copy and paste does: by the table that says what each glyph stands for.</summary>
internal static partial class PdfText
{
    public static List<string> Lines(byte[] pdf)
    {
        var objects = Objects(pdf);
        var fonts = Fonts(objects);
        var content = objects.Values.Single(one => one.Stream?.Contains("BT ", StringComparison.Ordinal) == true).Stream!; // just looked
        return [.. TextObject().Matches(content).Select(text => string.Concat(
            Shown().Matches(text.Value).Select(shown => Decode(fonts[shown.Groups[1].Value], shown.Groups[2].Value))))];
    }

    /// <summary>Number, dictionary and content of each object, found by the table at the end of the file.</summary>
    public static Dictionary<int, (string Dictionary, string? Stream)> Objects(byte[] pdf)
    {
        var text = Encoding.Latin1.GetString(pdf);
        var table = int.Parse(StartOfTable().Match(text).Groups[1].Value, CultureInfo.InvariantCulture);
        return TableEntry().Matches(text[table..]).Select((entry, index) => (Number: index + 1, Offset: int.Parse(entry.Groups[1].Value, CultureInfo.InvariantCulture)))
            .ToDictionary(entry => entry.Number, entry => Read(pdf, text, entry.Number, entry.Offset));
    }

    private static (string Dictionary, string? Stream) Read(byte[] pdf, string text, int number, int offset)
    {
        text[offset..].ShouldStartWith($"{number} 0 obj\n");
        var end = text.IndexOf("endobj", offset, StringComparison.Ordinal);
        var stream = text.IndexOf("stream\n", offset, end - offset, StringComparison.Ordinal);
        if (stream < 0)
            return (text[offset..end], null);
        var dictionary = text[offset..stream];
        var length = int.Parse(Length().Match(dictionary).Groups[1].Value, CultureInfo.InvariantCulture);
        using var unpacked = new StreamReader(new ZLibStream(new MemoryStream(pdf, stream + 7, length), CompressionMode.Decompress), Encoding.Latin1);
        return (dictionary, unpacked.ReadToEnd());
    }

    private static Dictionary<string, Dictionary<string, string>> Fonts(Dictionary<int, (string Dictionary, string? Stream)> objects)
    {
        var page = objects.Values.Single(one => one.Dictionary.Contains("/Type /Page ", StringComparison.Ordinal)).Dictionary;
        return FontOfPage().Matches(page).ToDictionary(match => match.Groups[1].Value, match =>
        {
            var font = objects[int.Parse(match.Groups[2].Value, CultureInfo.InvariantCulture)].Dictionary;
            var map = objects[int.Parse(ToUnicode().Match(font).Groups[1].Value, CultureInfo.InvariantCulture)].Stream!; // a map is a stream
            return Character().Matches(map).ToDictionary(
                one => one.Groups[1].Value, one => Encoding.BigEndianUnicode.GetString(Convert.FromHexString(one.Groups[2].Value)));
        });
    }

    private static string Decode(Dictionary<string, string> font, string glyphs) =>
        string.Concat(glyphs.Chunk(4).Select(glyph => font[new string(glyph)]));

    [GeneratedRegex(@"startxref\n(\d+)\n%%EOF")]
    private static partial Regex StartOfTable();

    [GeneratedRegex(@"(\d{10}) 00000 n ")]
    private static partial Regex TableEntry();

    [GeneratedRegex(@"/Length (\d+)")]
    private static partial Regex Length();

    [GeneratedRegex(@"BT .*?ET", RegexOptions.Singleline)]
    private static partial Regex TextObject();

    [GeneratedRegex(@"/(F\d+) [\d.]+ Tf <([0-9A-F]+)> Tj")]
    private static partial Regex Shown();

    [GeneratedRegex(@"/(F\d+) (\d+) 0 R")]
    private static partial Regex FontOfPage();

    [GeneratedRegex(@"/ToUnicode (\d+) 0 R")]
    private static partial Regex ToUnicode();

    [GeneratedRegex(@"^<([0-9A-F]{4})> <([0-9A-F]+)>$", RegexOptions.Multiline)]
    private static partial Regex Character();
}
