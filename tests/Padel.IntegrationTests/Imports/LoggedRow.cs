namespace Padel.IntegrationTests.Imports;

/// <summary>What a made-up reception meant by a row; null is something nobody can read. Courts 1 to 6 exist.</summary>
internal sealed record LoggedRow
{
    public required string LogNo { get; init; }
    public bool Blank { get; init; }
    public DateOnly? Date { get; init; }
    public int? Minute { get; init; }
    public int? Minutes { get; init; }
    public int Court { get; init; }
    public int? Rupees { get; init; }
    public string? Status { get; init; }
    public bool PhoneUnreadable { get; init; }

    /// <summary>The row as it is written in the file.</summary>
    public required string Text { get; init; }

    /// <summary>The line its text starts on.</summary>
    public int Line { get; init; }
}
