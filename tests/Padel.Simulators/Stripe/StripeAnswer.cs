namespace Padel.Simulators.Stripe;

/// <summary>An answer that can be given again for the same idempotency key.</summary>
internal sealed record StripeAnswer(int Status, object Body)
{
    public static StripeAnswer Ok(object body) => new(StatusCodes.Status200OK, body);

    public static StripeAnswer Invalid(string message, string? param = null, string? code = null) => Error(StatusCodes.Status400BadRequest, "invalid_request_error", message, code, param);

    public static StripeAnswer Missing(string what, string id) => Error(StatusCodes.Status404NotFound, "invalid_request_error", $"No such {what}: '{id}'", "resource_missing", "id");

    public static StripeAnswer Error(int status, string type, string message, string? code = null, string? param = null, string? declineCode = null)
    {
        var error = new Dictionary<string, string> { ["type"] = type, ["message"] = message };
        if (code is not null)
            (error["code"], error["doc_url"]) = (code, "https://stripe.com/docs/error-codes");
        if (param is not null)
            error["param"] = param;
        if (declineCode is not null)
            error["decline_code"] = declineCode;
        return new StripeAnswer(status, new Dictionary<string, object> { ["error"] = error });
    }

    public IResult ToResult() => Results.Json(Body, statusCode: Status);
}
