using System.Text.RegularExpressions;
using Npgsql;
using NpgsqlTypes;

namespace Padel.Platform.Data;

/// <summary>
/// A statement with named parameters, numbered once, for the few that are sent most: the driver need not read the text each time, and several
/// go in one batch. Values are given in the order of the names.
/// </summary>
public sealed partial class NumberedSql
{
    private readonly string _text;
    private readonly string[] _names;

    /// <exception cref="ArgumentException">The text uses a name that is not in the list.</exception>
    public NumberedSql(string sql, params string[] names)
    {
        _names = names;
        _text = Name().Replace(sql, match => Array.IndexOf(names, match.Groups[1].Value) is >= 0 and var at
            ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"${at + 1}")
            : throw new ArgumentException($"No parameter {match.Value} is named.", nameof(names)));
    }

    /// <exception cref="ArgumentException">There are not as many values as names.</exception>
    public NpgsqlBatchCommand With(params ReadOnlySpan<NpgsqlParameter> values)
    {
        if (values.Length != _names.Length)
            throw new ArgumentException($"{values.Length} values for {_names.Length} parameters.", nameof(values));
        var command = new NpgsqlBatchCommand(_text);
        foreach (var value in values)
            command.Parameters.Add(value);
        return command;
    }

    public static NpgsqlParameter Value(Guid value) => new NpgsqlParameter<Guid> { TypedValue = value, NpgsqlDbType = NpgsqlDbType.Uuid };

    public static NpgsqlParameter Value(Guid? value) => value is { } id ? Value(id) : Null(NpgsqlDbType.Uuid);

    public static NpgsqlParameter Value(string? value) =>
        value is null ? Null(NpgsqlDbType.Text) : new NpgsqlParameter<string> { TypedValue = value, NpgsqlDbType = NpgsqlDbType.Text };

    public static NpgsqlParameter Value(DateTimeOffset value) =>
        new NpgsqlParameter<DateTimeOffset> { TypedValue = value.ToUniversalTime(), NpgsqlDbType = NpgsqlDbType.TimestampTz };

    public static NpgsqlParameter Value(DateTimeOffset? value) => value is { } instant ? Value(instant) : Null(NpgsqlDbType.TimestampTz);

    public static NpgsqlParameter Value(DateOnly value) => new NpgsqlParameter<DateOnly> { TypedValue = value, NpgsqlDbType = NpgsqlDbType.Date };

    public static NpgsqlParameter Value(long value) => new NpgsqlParameter<long> { TypedValue = value, NpgsqlDbType = NpgsqlDbType.Bigint };

    public static NpgsqlParameter Value(int? value) =>
        value is { } number ? new NpgsqlParameter<int> { TypedValue = number, NpgsqlDbType = NpgsqlDbType.Integer } : Null(NpgsqlDbType.Integer);

    public static NpgsqlParameter Value(string[] value) =>
        new NpgsqlParameter<string[]> { TypedValue = value, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text };

    public static NpgsqlParameter Value(byte[] value) => new NpgsqlParameter<byte[]> { TypedValue = value, NpgsqlDbType = NpgsqlDbType.Bytea };

    private static NpgsqlParameter Null(NpgsqlDbType type) => new() { Value = DBNull.Value, NpgsqlDbType = type };

    [GeneratedRegex(@"(?<!@)@(\w+)")]
    private static partial Regex Name();
}
