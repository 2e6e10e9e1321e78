using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.AspNetCore.Mvc;

namespace Padel.Platform.Http;

/// <summary>How large a request may be and how long it may take; uploads say so on their route.</summary>
public static class RequestLimits
{
    public const long DefaultBodyBytes = 64 * 1024;
    public const long UploadBodyBytes = 20 * 1024 * 1024;
    public const int MaxUrlBytes = 8 * 1024;
    public const int MaxHeadersBytes = 32 * 1024;
    public static readonly TimeSpan DefaultTimeout = TimeSpan.FromSeconds(10);
    public static readonly TimeSpan UploadTimeout = TimeSpan.FromMinutes(5);

    internal const string UploadTimeoutPolicy = "upload";

    /// <summary>For routes that take files: a larger body, more time, and no anti-forgery token (callers send a bearer token, not a cookie).</summary>
    public static T ForUploads<T>(this T route) where T : IEndpointConventionBuilder =>
        route.DisableAntiforgery().WithMetadata(new RequestSizeLimitAttribute(UploadBodyBytes), new RequestTimeoutAttribute(UploadTimeoutPolicy));
}
