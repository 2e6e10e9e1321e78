namespace Padel.Simulators.Control;

internal sealed record ScenarioChoice(string? Vendor, string? Reference, string? Scenario);

internal sealed record FaultWish(string? Vendor, string? Call, string? Kind, int? Times);

internal sealed record ChaosWish(int Seed, int Percent);

internal sealed record MerchantWish(string? Vendor, string? MerchantId, Dictionary<string, string>? Credentials, string? NotificationUrl, string? ReturnUrlPrefix);

internal sealed record OrderWish(string? Reference, string? Status, bool? Notify);

internal sealed record NotificationWish(string? Reference, string? Kind, int? AfterMilliseconds);
