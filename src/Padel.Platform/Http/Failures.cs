using System.Net.Sockets;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Npgsql;
using Padel.Kernel;

namespace Padel.Platform.Http;

/// <summary>Turns exceptions into failures a client may see: its own mistakes as 4xx, an outage as 503, all else as a bare 500.</summary>
internal static partial class Failures
{
    private const string IdleInTransaction = "25P03";
    private const string NotAsExpected = "This does not have the expected form.";

    public static Error Of(Exception error, HttpContext http) => error switch
    {
        BadHttpRequestException bad => OfRequest(bad, http),
        PostgresException postgres when CannotBeStored(postgres) => RequestErrors.Malformed("It contains characters that cannot be stored."),
        _ when IsOutage(error) => ServerErrors.Unavailable,
        _ => ServerErrors.Failed,
    };

    /// <summary>The failure for a bare status code, as routing, authentication and Kestrel leave it.</summary>
    public static Error OfStatus(int status) => status switch
    {
        400 => RequestErrors.Malformed("The server could not make sense of it."),
        401 => RequestErrors.NotSignedIn,
        403 => RequestErrors.NotAllowed,
        404 => RequestErrors.NotFound,
        405 => RequestErrors.MethodNotAllowed,
        408 => RequestErrors.Timeout,
        413 => RequestErrors.TooLarge,
        415 => RequestErrors.UnsupportedMediaType,
        429 => RequestErrors.TooMany,
        503 or 504 => ServerErrors.Unavailable,
        < 500 => RequestErrors.Malformed("The server could not make sense of it.") with { Status = status },
        _ => ServerErrors.Failed,
    };

    private static Error OfRequest(BadHttpRequestException bad, HttpContext http)
    {
        if (bad.StatusCode != StatusCodes.Status400BadRequest)
            return OfStatus(bad.StatusCode);
        if (bad.InnerException is JsonException json)
            return OfJson(json);
        if (ParameterName().Match(bad.Message) is { Success: true } match)
        {
            var name = match.Groups["name"].Value;
            // An id in the path that cannot be one is simply not there.
            return http.Request.RouteValues.ContainsKey(name) ? RequestErrors.NotFound : RequestErrors.Invalid((name, NotAsExpected));
        }

        return RequestErrors.Malformed("Send a body of the kind the route expects.");
    }

    private static Error OfJson(JsonException json)
    {
        if (json.InnerException is JsonException || json.Path is null)
            return RequestErrors.Malformed("The body is not valid JSON.");
        if (MissingMembers().Match(json.Message) is { Success: true } missing)
            return RequestErrors.Invalid([.. Quoted().Matches(missing.Groups["names"].Value).Select(name => (name.Groups[1].Value, "This is required."))]);
        var field = json.Path.TrimStart('$').TrimStart('.');
        return RequestErrors.Invalid((field.Length == 0 ? "body" : field, NotAsExpected));
    }

    private static bool CannotBeStored(PostgresException error) =>
        error.SqlState is PostgresErrorCodes.CharacterNotInRepertoire or PostgresErrorCodes.UntranslatableCharacter;

    // A server that is away, full, starting, stopping or too slow; a lock that was not to be had in time.
    private static bool IsOutage(Exception error) => error switch
    {
        PostgresException postgres => postgres.IsTransient || postgres.SqlState is PostgresErrorCodes.QueryCanceled or PostgresErrorCodes.LockNotAvailable
            or PostgresErrorCodes.ReadOnlySqlTransaction or IdleInTransaction,
        NpgsqlException => true,
        TimeoutException or SocketException => true,
        _ => error.InnerException is { } inner && IsOutage(inner),
    };

    // The framework says: Required parameter "DateOnly date" was not provided ...; Failed to bind parameter "Guid courtId" from "x".
    [GeneratedRegex("parameter \"[^\"]*?(?<name>\\w+)\"")]
    private static partial Regex ParameterName();

    // System.Text.Json says: ... was missing required properties including: 'courtId', 'startsAt'.
    [GeneratedRegex("missing required properties including: (?<names>.*)")]
    private static partial Regex MissingMembers();

    [GeneratedRegex("'([^']+)'")]
    private static partial Regex Quoted();
}
