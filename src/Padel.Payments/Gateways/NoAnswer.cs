namespace Padel.Payments.Gateways;

/// <summary>Codes of our own, for what a gateway did not say.</summary>
internal static class NoAnswer
{
    public const string Timeout = "no_answer";
    public const string Unreachable = "unreachable";
    public const string Busy = "busy";
    public const string ServerError = "server_error";
    public const string Unreadable = "unreadable";
    public const string Unsigned = "unsigned";
    public const string NotOurs = "not_ours";
    public const string Unsupported = "unsupported";
}
