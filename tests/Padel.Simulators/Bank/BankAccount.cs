using System.Globalization;
using System.Text;
using Padel.Simulators.Core;

namespace Padel.Simulators.Bank;

/// <summary>One line of the club's account at the bank: money in is positive.</summary>
internal sealed record BankLine(DateTimeOffset At, string Text, string Sender, long AmountMinor);

/// <summary>The club's account at a bank that knows nothing of bookings: it carries what people wrote, right or wrong.</summary>
internal sealed class BankAccount(World world)
{
    private const long OpeningMinor = 12_500_000;
    private static readonly TimeSpan PakistanTime = TimeSpan.FromHours(5);
    private readonly List<BankLine> _lines = [];
    private readonly Lock _lock = new();

    public IReadOnlyList<BankLine> Lines
    {
        get { lock (_lock) return [.. _lines]; }
    }

    public void Credit(CreditKind kind, string reference, long amountMinor, string sender)
    {
        var text = kind switch
        {
            CreditKind.NoReference => "IBFT INWARD",
            CreditKind.Garbled => $"IBFT INWARD {Garbled(reference)}",
            CreditKind.Spaced => $"ibft inward {Spaced(reference)} court",
            _ => $"IBFT INWARD {reference}",
        };
        lock (_lock)
        {
            _lines.Add(new BankLine(world.Now, text, sender, Told(kind, amountMinor)));
            if (kind == CreditKind.Twice)
                _lines.Add(new BankLine(world.Now, text, sender, amountMinor));
            if (kind == CreditKind.Reversed)
                _lines.Add(new BankLine(world.Now, $"REVERSAL {text}", sender, -amountMinor));
        }
    }

    public void Clear()
    {
        lock (_lock)
            _lines.Clear();
    }

    /// <summary>The account's statement, with the lines that banks put before the headings.</summary>
    public string Statement()
    {
        var csv = new StringBuilder("Simulated Bank Limited\r\nAccount Statement,PK36SIMU0000001123456702\r\n\r\nTransaction Date,Description,Sender,Debit,Credit,Balance\r\n");
        var balance = OpeningMinor;
        foreach (var line in Lines)
        {
            balance += line.AmountMinor;
            csv.Append(CultureInfo.InvariantCulture, $"{line.At.ToOffset(PakistanTime):dd/MM/yyyy},{Quoted(line.Text)},{Quoted(line.Sender)},")
                .Append(line.AmountMinor < 0 ? Rupees(-line.AmountMinor) : "").Append(',')
                .Append(line.AmountMinor >= 0 ? Rupees(line.AmountMinor) : "").Append(',')
                .Append(Rupees(balance)).Append("\r\n");
        }

        return csv.ToString();
    }

    private static long Told(CreditKind kind, long amountMinor) => kind switch
    {
        CreditKind.Under => amountMinor - 10_000,
        CreditKind.Over => amountMinor + 10_000,
        _ => amountMinor,
    };

    // The third character typed wrong.
    private static string Garbled(string reference) => reference.Length < 3 ? reference : reference[..2] + (reference[2] == '7' ? '9' : '7') + reference[3..];

    private static string Spaced(string reference) => (reference.Length < 5 ? reference : $"{reference[..4]} {reference[4..]}").ToLowerInvariant();

    private static string Rupees(long minor) => Quoted((minor / 100m).ToString("N2", CultureInfo.InvariantCulture));

    private static string Quoted(string text) => text.AsSpan().ContainsAny(',', '"') ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
}

internal enum CreditKind
{
    Exact,
    Under,
    Over,
    NoReference,

    /// <summary>One character of the reference is wrong.</summary>
    Garbled,

    /// <summary>Right, but in small letters and cut in two.</summary>
    Spaced,
    Twice,

    /// <summary>Taken back by the bank.</summary>
    Reversed,
}
