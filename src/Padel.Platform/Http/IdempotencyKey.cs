using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Padel.Kernel;

namespace Padel.Platform.Http;

/// <summary>
/// Who repeats what: scope is (user, operation, key). The hash of the request tells an honest retry from a reused key.
/// </summary>
public sealed record IdempotencyKey(Guid UserId, string Operation, string Key, byte[] BodyHash)
{
    public const string Header = "Idempotency-Key";
    public const int MaxLength = 200;

    /// <param name="operation">The use case, for example <c>BookCourt</c>.</param>
    /// <param name="request">Everything that makes this request what it is: body and route values.</param>
    public static Result<IdempotencyKey> Of(HttpContext http, Guid userId, string operation, object request)
    {
        var key = http.Request.Headers[Header].ToString();
        if (key.Length is 0 or > MaxLength || key.Any(c => c is < '!' or > '~'))
            return RequestErrors.IdempotencyKeyRequired;
        return Make(userId, operation, key, request);
    }

    /// <summary>For writes where a key is welcome but not asked for: null without the header.</summary>
    public static Result<IdempotencyKey?> IfSent(HttpContext http, Guid userId, string operation, object request)
    {
        if (!http.Request.Headers.ContainsKey(Header))
            return (IdempotencyKey?)null;
        var key = Of(http, userId, operation, request);
        return key.IsSuccess ? key.Value : key.Error;
    }

    private static IdempotencyKey Make(Guid userId, string operation, string key, object request)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(request, request.GetType(), JsonSerializerOptions.Web);
        return new IdempotencyKey(userId, operation, key, SHA256.HashData(body));
    }
}
