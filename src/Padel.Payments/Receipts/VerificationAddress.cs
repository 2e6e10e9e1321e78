using Microsoft.AspNetCore.Http;
using Padel.Platform.Web;

namespace Padel.Payments.Receipts;

/// <summary>The page where anybody sees that a receipt is genuine.</summary>
internal static class VerificationAddress
{
    public static string Of(HttpContext http, WebOptions options, string code)
    {
        var origin = options.PublicUrl.Length > 0 ? options.PublicUrl.TrimEnd('/') : $"{http.Request.Scheme}://{http.Request.Host}";
        return $"{origin}/receipts/verify/{code}";
    }
}
