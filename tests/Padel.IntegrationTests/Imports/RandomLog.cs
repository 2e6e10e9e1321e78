using System.Globalization;
using System.Text;
using Padel.Booking.Imports.Reading;

namespace Padel.IntegrationTests.Imports;

/// <summary>
/// A bookings log as a reception might have kept it: few days and courts, so that many rows clash; every form of writing; rows twice,
/// rows blank, rows nobody can read, line breaks within remarks. The meaning of each row is known, for it was there before the text.
/// </summary>
internal sealed class RandomLog
{
    private readonly Random _random;
    private readonly DateOnly _firstDay;
    private readonly int _days;

    public RandomLog(int seed, int rows)
    {
        _random = new Random(seed);
        _firstDay = new DateOnly(2026, 7, 1).AddDays(_random.Next(200));
        _days = 1 + (rows / 40);
        LineEnd = _random.Next(2) == 0 ? "\r\n" : "\n";
        var line = 2;
        for (var index = 0; index < rows; index++)
        {
            // An empty line after the last row is none, so the last row is written.
            var row = (index == rows - 1 ? Write(Mean()) : Next()) with { Line = line };
            Rows.Add(row);
            line += 1 + row.Text.Count(c => c == '\n');
        }
    }

    public List<LoggedRow> Rows { get; } = [];

    private string LineEnd { get; }

    public ImportFile File => new("bookings", () => new MemoryStream(Encoding.UTF8.GetBytes(
        string.Join(LineEnd, [ImportFiles.BookingsHeader, .. Rows.Select(row => row.Text)]) + (_random.Next(2) == 0 ? LineEnd : ""))));

    private LoggedRow Next() => _random.Next(100) switch
    {
        < 2 => new LoggedRow { LogNo = "", Blank = true, Text = Pick(",,,,,,,,,,,", " , ,,,,,,,,,,", "") },
        < 5 when Rows.FindLast(row => !row.Blank) is { } earlier => earlier,
        < 7 when Rows.Find(row => !row.Blank) is { } first => Write(Mean() with { LogNo = first.LogNo }),
        _ => Write(Mean()),
    };

    private LoggedRow Mean() => new()
    {
        LogNo = $"{Rows.Count + 1}",
        Date = Rarely ? null : _firstDay.AddDays(_random.Next(_days)),
        Minute = Rarely ? null : _random.Next(48) * 30,
        Minutes = Rarely ? null : Pick(60, 60, 90, 90, 90, 120, 45),
        Court = Rarely ? 9 : _random.Next(1, 7),
        Rupees = Rarely ? null : _random.Next(1, 25) * 500,
        Status = Rarely ? null : Pick("played", "played", "played", "no show", "cancelled", "booked"),
        PhoneUnreadable = Rarely,
        Text = "",
    };

    private bool Rarely => _random.Next(25) == 0;

    private LoggedRow Write(LoggedRow row) => row with
    {
        Text = string.Join(',', new[]
        {
            row.LogNo, Date(row.Date), Time(row.Minute), Length(row.Minutes), Court(row.Court), Pick("Ali Khan", " Sara  Iqbal ", "NOOR TANAKA", ""),
            row.PhoneUnreadable ? Pick("12345", "no phone", "03-abc") : Phone(), Pick("", "2", "4"), Amount(row.Rupees),
            Pick("cash", "Bank", "JAZZCASH", "easypaisa", "Unpaid"), Case(row.Status ?? Pick("", "who knows", "play")),
            Pick("", "late 15 min", "two, three", "\"quoted\"", "line one\nline two"),
        }.Select(Quote)),
    };

    private string Date(DateOnly? date) => date is not { } day
        ? Pick("", "tomorrow", "31/11/2026", "2026-13-04", "8/2026")
        : Pick("dd/MM/yyyy", "d/M/yy", "yyyy-MM-dd", "d-MMM-yyyy", "dd-MM-yyyy", "d MMMM yyyy") is var form
            ? Case(day.ToString(form, CultureInfo.InvariantCulture))
            : "";

    private string Time(int? minute) => minute is not { } of
        ? Pick("", "late", "25:00", "8", "9:75")
        : Pick("HH:mm", "h:mm tt", "h:mmtt", "h.mm tt", "hhmmtt") is var form && of % 60 == 0 && _random.Next(2) == 0
            ? Case(TimeOnly.MinValue.AddMinutes(of).ToString("h tt", CultureInfo.InvariantCulture))
            : Case(TimeOnly.MinValue.AddMinutes(of).ToString(form, CultureInfo.InvariantCulture));

    private string Length(int? minutes) => minutes switch
    {
        null => Pick("", "long", "0", "1.5"),
        60 => Pick("60", "60 min", "1 hr", "1h", "1:00"),
        90 => Pick("90", "90 min", "1.5 hr", "1h30", "1 hr 30 min"),
        120 => Pick("120", "120 min", "2 hr", "2 hours"),
        _ => Pick("45", "45 min"),
    };

    private string Court(int court) => Pick($"Court {court}", $"court {court}", $"C{court}", $"{court}", $"court0{court}");

    private string Phone() => _random.Next(4) == 0 ? "" : $"{Pick("0", "+92", "0092", "92")}3{_random.Next(2)}12345{_random.Next(100, 140)}";

    private string Amount(int? rupees) => rupees is not { } of
        ? Pick("", "free", "6k", "-500")
        : Pick($"{of}", of.ToString("N0", CultureInfo.InvariantCulture), $"{of}/-", $"Rs {of:N0}", $"PKR {of}.00");

    private string Case(string text) => Pick(text, text, text.ToUpperInvariant(), text.ToLowerInvariant());

    private string Quote(string text) => text.AsSpan().ContainsAny(",\"\n") || _random.Next(10) == 0 ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;

    private T Pick<T>(params T[] choices) => choices[_random.Next(choices.Length)];
}
