using System.Runtime.CompilerServices;
using System.Text;

namespace Padel.Platform.Files;

/// <summary>
/// Comma-separated records (RFC 4180) as a stream, with what a report to people needs and libraries do not give: the physical line each
/// record starts on, and whether a quote that was never closed has swallowed other rows. Empty lines between records are records without
/// content; after the last one they are nothing.
/// </summary>
public sealed class CsvRecords(TextReader reader, char delimiter)
{
    /// <summary>A longer field is a quote that was opened and never closed.</summary>
    public const int MaxFieldCharacters = 10_000;

    private readonly StringBuilder _field = new();
    private readonly List<string> _fields = [];
    private bool _quoted;
    private bool _misplaced;

    public async IAsyncEnumerable<CsvRecord> Read([EnumeratorCancellation] CancellationToken cancellation)
    {
        var (line, start, emptyLines) = (0, 0, 0);
        while (await reader.ReadLineAsync(cancellation) is { } text)
        {
            line++;
            if (text.Length == 0 && !_quoted)
            {
                emptyLines++;
                continue;
            }

            for (; emptyLines > 0; emptyLines--)
                yield return new CsvRecord(line - emptyLines, [], Broken: false);
            start = _quoted ? start : line;
            Add(text);
            if (_quoted && _field.Length <= MaxFieldCharacters)
                continue;
            yield return Take(start, broken: _quoted || (_misplaced && line > start));
        }

        if (_quoted)
            yield return Take(start, broken: true);
    }

    private void Add(string text)
    {
        if (_quoted)
            _field.Append('\n');
        var i = 0;
        while (i < text.Length)
        {
            var c = text[i++];
            if (_quoted)
                i = AddQuoted(text, i, c);
            else if (c == delimiter)
                EndField();
            else if (c == '"' && _field.Length == 0)
                _quoted = true;
            else
                _field.Append(c);
        }

        if (!_quoted)
            EndField();
    }

    // A doubled quote is a quote. One that neither a delimiter nor the line's end follows should not be there; what follows is text all the same.
    private int AddQuoted(string text, int next, char c)
    {
        if (c != '"')
        {
            _field.Append(c);
            return next;
        }

        if (next < text.Length && text[next] == '"')
        {
            _field.Append('"');
            return next + 1;
        }

        _quoted = false;
        _misplaced |= next < text.Length && text[next] != delimiter;
        return next;
    }

    private void EndField()
    {
        _misplaced |= _field.Length > MaxFieldCharacters;
        _fields.Add(_field.ToString());
        _field.Clear();
    }

    private CsvRecord Take(int start, bool broken)
    {
        if (_quoted)
            EndField();
        var record = new CsvRecord(start, [.. _fields], broken);
        _fields.Clear();
        (_quoted, _misplaced) = (false, false);
        return record;
    }
}

/// <param name="Line">The physical line the record starts on, from 1.</param>
/// <param name="Broken">A quote opened on this line has swallowed what follows it.</param>
public sealed record CsvRecord(int Line, string[] Fields, bool Broken);
