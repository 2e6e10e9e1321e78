using System.Collections.Frozen;

namespace Padel.Booking.Imports.Reading;

/// <summary>One record of a file, its fields by the name of their column, trimmed.</summary>
/// <param name="Line">The physical line it starts on, counted from 1 with the header.</param>
internal sealed record LogRow(int Line, FrozenDictionary<string, int> Columns, string[] Fields)
{
    /// <summary>The field of a column; empty where the row is too short.</summary>
    public string this[string column] => Columns[column] is var index && index < Fields.Length ? Fields[index].Trim() : "";

    public bool IsBlank => Fields.All(string.IsNullOrWhiteSpace);
}
