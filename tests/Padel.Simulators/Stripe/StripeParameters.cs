using System.Text.RegularExpressions;

namespace Padel.Simulators.Stripe;

/// <summary>Which parameters a call knows; Stripe names the first it does not know and does nothing.</summary>
internal static partial class StripeParameters
{
    private static readonly HashSet<string> ForSession = new(StringComparer.Ordinal)
    {
        "mode", "success_url", "cancel_url", "client_reference_id", "customer_email", "expires_at", "locale", "submit_type", "payment_method_types[]", "metadata[]",
        "payment_intent_data[metadata][]", "payment_intent_data[description]", "payment_intent_data[statement_descriptor_suffix]",
        "line_items[][quantity]", "line_items[][price_data][currency]", "line_items[][price_data][unit_amount]", "line_items[][price_data][product_data][name]",
        "line_items[][price_data][product_data][description]",
    };

    private static readonly HashSet<string> ForRefund = new(StringComparer.Ordinal) { "payment_intent", "charge", "amount", "reason", "metadata[]" };

    public static string? UnknownOfSession(IEnumerable<string> names) => names.FirstOrDefault(name => !ForSession.Contains(Shape(name)));

    public static string? UnknownOfRefund(IEnumerable<string> names) => names.FirstOrDefault(name => !ForRefund.Contains(Shape(name)));

    /// <summary>The entries of `prefix[...]`, by what stands in the brackets.</summary>
    public static Dictionary<string, string> Under(string prefix, IReadOnlyDictionary<string, string> form) =>
        form.Where(field => field.Key.StartsWith(prefix + "[", StringComparison.Ordinal)).ToDictionary(field => field.Key[(prefix.Length + 1)..^1], field => field.Value);

    private static string Shape(string name) => Free().Replace(name, "[]");

    // Indexes, and the keys of metadata, are free.
    [GeneratedRegex(@"\[\d+\]|(?<=metadata\]?)\[[^\]]*\]")]
    private static partial Regex Free();
}
