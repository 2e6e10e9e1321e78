using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using System.Text.Unicode;
using Padel.Kernel;
using Padel.Platform.Files;
using Padel.Platform.Http;

namespace Padel.Payments.Transfers.Statements;

/// <summary>
/// Reads a bank's CSV: headings anywhere in the first lines, commas, semicolons or tabs, dates day first. A row that cannot be read is told
/// with its line; money that went out is counted.
/// </summary>
internal sealed partial class StatementFile(Currency currency, StatementColumns columns)
{
    public const int MaxLines = 5_000;
    private const int HeadingWithin = 40;
    private const int MaxTextLength = 500;
    private const int MaxSenderLength = 200;

    private readonly List<StatementLine> _credits = [];
    private readonly List<UnreadableLine> _unreadable = [];
    private readonly Dictionary<string, int> _seen = [];
    private int _debits;

    public static async Task<Result<StatementContent>> Read(byte[] bytes, Currency currency, CancellationToken cancellation)
    {
        if (bytes.AsSpan().StartsWith("PK\u0003\u0004"u8) || bytes.AsSpan().IndexOf((byte)0) >= 0)
            return Refused("This is no text file. Save the statement as CSV and send that.");
        foreach (var delimiter in new[] { ',', ';', '\t' })
        {
            var records = await Records(bytes, delimiter, cancellation);
            var heading = records.Take(HeadingWithin).Select((record, index) => (Columns: StatementColumns.Of(record.Fields), Index: index)).FirstOrDefault(row => row.Columns is not null);
            if (heading.Columns is null)
                continue;
            if (records.Count - heading.Index - 1 > MaxLines)
                return Refused($"At most {MaxLines} lines at once. Send a shorter period.");
            return new StatementFile(currency, heading.Columns).Take(records.Skip(heading.Index + 1));
        }

        return Refused("No headings were found: a statement needs a column \"Date\" and a column \"Credit\" or \"Amount\".");
    }

    private static async Task<List<CsvRecord>> Records(byte[] bytes, char delimiter, CancellationToken cancellation)
    {
        using var reader = new StreamReader(new MemoryStream(bytes), Text(bytes), detectEncodingFromByteOrderMarks: true);
        var records = new List<CsvRecord>();
        await foreach (var record in new CsvRecords(reader, delimiter).Read(cancellation))
        {
            records.Add(record);
            if (records.Count > MaxLines + HeadingWithin)
                break; // too many, whatever follows
        }

        return records;
    }

    private StatementContent Take(IEnumerable<CsvRecord> records)
    {
        foreach (var record in records.Where(record => record.Fields.Any(field => !string.IsNullOrWhiteSpace(field))))
        {
            if (record.Broken)
                _unreadable.Add(new(record.Line, "A quote on this line is never closed."));
            else if (Unreadable(record.Line, new Row(record.Fields)) is { } reason)
                _unreadable.Add(new(record.Line, reason));
        }

        return new StatementContent(_credits, _debits, _unreadable);
    }

    private string? Unreadable(int line, Row row)
    {
        var (dateText, amountText, debitText) = (WithoutTime().Replace(row[columns.Date], ""), row[columns.Credit ?? columns.Amount], row[columns.Debit]);
        if (amountText.Length == 0 && (debitText.Length > 0 || columns.Amount is null))
        {
            _debits += debitText.Length > 0 ? 1 : 0; // or an opening balance: no money moved
            return null;
        }

        if (!StatementAmount.TryParse(amountText, columns.Credit is null ? row[columns.Side] : "", currency, out var amount))
            return $"\"{Cut(amountText, 40)}\" is no amount.";
        if (amount.AmountMinor <= 0)
        {
            _debits += amount.IsZero ? 0 : 1;
            return null;
        }

        if (!WrittenDate.TryParse(dateText, out var date))
            return $"\"{Cut(dateText, 40)}\" is no date.";
        Add(line, date, amount, row);
        return null;
    }

    private void Add(int line, DateOnly date, Money amount, Row row)
    {
        var text = Cut(Spaces().Replace(string.Join(" ", columns.Texts.Select(column => row[column])), " ").Trim(), MaxTextLength);
        var sender = row[columns.Sender] is { Length: > 0 } name ? Cut(name, MaxSenderLength) : null;
        var said = string.Join('\u001f', string.Create(CultureInfo.InvariantCulture, $"{date:O}\u001f{amount.AmountMinor}"), text, sender, row[columns.Balance]);
        _seen[said] = _seen.GetValueOrDefault(said) + 1;
        var key = SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{said}\u001f{_seen[said]}")));
        _credits.Add(new StatementLine(line, date, amount, text, sender, key));
    }

    private static Error Refused(string message) => RequestErrors.Invalid(("statement", message));

    private static string Cut(string text, int length) => text.Length > length ? text[..length] : text;

    // Banks' programs write UTF-8 or what spreadsheets on Windows save; in the latter every byte is a letter.
    private static Encoding Text(byte[] bytes) => Utf8.IsValid(bytes) ? Encoding.UTF8 : Encoding.Latin1;

    [GeneratedRegex(@"[ T]+[0-9]{1,2}:[0-9]{2}(:[0-9]{2})?( ?[AP]M)?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex WithoutTime();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    private readonly record struct Row(string[] Fields)
    {
        public string this[int? column] => column is { } index && index < Fields.Length ? Fields[index].Trim() : "";
    }
}
