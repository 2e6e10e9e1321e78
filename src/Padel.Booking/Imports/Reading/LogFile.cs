using System.Collections.Frozen;
using System.Runtime.CompilerServices;
using System.Text;
using Padel.Kernel;
using Padel.Platform.Files;

namespace Padel.Booking.Imports.Reading;

/// <summary>
/// A CSV file with a header, read as a stream. Columns are found by name in any order; all the named ones must be there, for a misspelt
/// heading would lose a whole column silently. Other columns are left alone.
/// </summary>
internal sealed class LogFile
{
    private static readonly char[] Delimiters = [',', ';', '\t'];

    private readonly ImportFile _file;
    private readonly Encoding _encoding;
    private readonly Header _header;

    private LogFile(ImportFile file, Encoding encoding, Header header) =>
        (_file, _encoding, _header) = (file, encoding, header);

    /// <summary>Reads the file once to its end, so that a broken one is refused before anything of it is taken.</summary>
    public static async Task<Result<LogFile>> Open(ImportFile file, IReadOnlyList<string> columns, CancellationToken cancellation)
    {
        try
        {
            var encoding = await TextDecoding.Detect(file, cancellation);
            if (!encoding.IsSuccess)
                return encoding.Error;
            var log = await ReadHeader(file, encoding.Value, columns, cancellation);
            return log.IsSuccess && await log.Value.FindBroken(cancellation) is { } broken
                ? ImportErrors.Unreadable(file.Name, $"the quote opened on line {broken.Line} is never closed")
                : log;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return ImportErrors.Unreadable(file.Name, problem.Message);
        }
    }

    /// <summary>Every record after the header, blank ones too.</summary>
    public async IAsyncEnumerable<LogRow> Rows([EnumeratorCancellation] CancellationToken cancellation)
    {
        using var reader = new StreamReader(_file.Open(), _encoding);
        var header = true;
        await foreach (var record in new CsvRecords(reader, _header.Delimiter).Read(cancellation))
        {
            if (!header)
                yield return new LogRow(record.Line, _header.Columns, Fields(record));
            header = false;
        }
    }

    private static async Task<Result<LogFile>> ReadHeader(ImportFile file, Encoding encoding, IReadOnlyList<string> columns, CancellationToken cancellation)
    {
        using var reader = new StreamReader(file.Open(), encoding);
        var heading = await reader.ReadLineAsync(cancellation) ?? "";
        var delimiter = Delimiters.MaxBy(candidate => heading.Count(c => c == candidate));
        var names = heading.Split(delimiter).Select(Heading).ToList();
        var missing = columns.Where(column => !names.Contains(column)).ToList();
        if (missing.Count > 0)
            return ImportErrors.MissingColumns(file.Name, missing);
        var places = columns.ToFrozenDictionary(column => column, names.IndexOf);
        return new LogFile(file, encoding, new Header(delimiter, names.Count, places));
    }

    private static string Heading(string text) => text.Trim().Trim('"').Trim().ToLowerInvariant().Replace(' ', '_');

    private async Task<CsvRecord?> FindBroken(CancellationToken cancellation)
    {
        using var reader = new StreamReader(_file.Open(), _encoding);
        await foreach (var record in new CsvRecords(reader, _header.Delimiter).Read(cancellation))
        {
            if (record.Broken)
                return record;
        }

        return null;
    }

    // What unquoted commas in the last column split off is put back: nothing written is lost.
    private string[] Fields(CsvRecord record)
    {
        var last = _header.Width - 1;
        if (record.Fields.Length <= _header.Width)
            return record.Fields;
        var rest = string.Join(_header.Delimiter, record.Fields[last..]).TrimEnd(_header.Delimiter, ' ');
        return [.. record.Fields[..last], rest];
    }

    private sealed record Header(char Delimiter, int Width, FrozenDictionary<string, int> Columns);
}
