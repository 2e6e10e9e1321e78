using System.Collections.Immutable;
using Padel.Kernel;

namespace Padel.Platform.Http;

/// <summary>Failures any route can have. Codes are listed in docs/errors.md and never change their meaning.</summary>
public static class RequestErrors
{
    public static readonly Error NotSignedIn = new("request.not_signed_in", 401, "Please sign in.");
    public static readonly Error NotAllowed = new("request.not_allowed", 403, "You are not allowed to do this.");
    public static readonly Error NotFound = new("request.not_found", 404, "There is nothing here, or it is not yours to see.");
    public static readonly Error MethodNotAllowed = new("request.method_not_allowed", 405, "This cannot be done here. The Allow header says what can.");
    public static readonly Error Timeout = new("request.timeout", 408, "The request took too long to arrive. Try again.");
    public static readonly Error TooLarge = new("request.too_large", 413, "The request is larger than allowed.");
    public static readonly Error UnsupportedMediaType =
        new("request.unsupported_media_type", 415, "Send the body as the route expects it; usually Content-Type: application/json.");
    public static readonly Error IdempotencyKeyRequired =
        new("request.idempotency_key_required", 400, "Send an Idempotency-Key header of 1 to 200 visible characters, a new one for each intent.");
    public static readonly Error IdempotencyKeyReused =
        new("request.idempotency_key_reused", 422, "This Idempotency-Key was used for another request. Use a new one.");
    public static readonly Error VersionRequired = new("request.version_required", 428, "Send If-Match with the version you saw.");
    public static readonly Error VersionStale = new("request.version_stale", 412, "This was changed meanwhile. Look again and retry.");
    public static readonly Error TooMany = new("request.too_many", 429, "Too many requests. Wait a moment and try again.");

    /// <summary>Messages per field, camelCase names as sent.</summary>
    public static Error Invalid(params (string Field, string Message)[] problems) =>
        new("request.invalid", 400, "Some of what you sent is not valid.")
        {
            Fields = problems.GroupBy(p => p.Field).ToImmutableDictionary(g => g.Key, g => g.Select(p => p.Message).ToArray()),
        };

    public static Error Malformed(string detail) => new("request.malformed", 400, "The request could not be read.") { Detail = detail };
}
