using System.Collections.Frozen;

namespace Padel.Payments.Gateways.Stripe;

/// <summary>Why a card was declined, in the player's words; Stripe's published decline codes, as data.</summary>
internal static class StripeCodes
{
    public const string Label = "Stripe";

    private static readonly FrozenDictionary<string, string> Declines = new Dictionary<string, string>
    {
        ["insufficient_funds"] = "There is not enough money on the card.",
        ["expired_card"] = "The card has expired.",
        ["incorrect_cvc"] = "The security code of the card was wrong.",
        ["authentication_required"] = "Your bank could not confirm that it was you.",
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, string> Refunds = new Dictionary<string, string>
    {
        ["lost_or_stolen_card"] = "The card was reported lost or stolen.",
        ["expired_or_canceled_card"] = "The card has expired or was closed.",
        ["insufficient_funds"] = "There is not enough money in the club's Stripe account.",
        ["charge_already_refunded"] = "The payment was refunded already.",
    }.ToFrozenDictionary();

    public static string Declined(string? code) => Declines.GetValueOrDefault(code ?? "", "Your bank declined the card.");

    public static string RefundFailed(string? code) => Refunds.GetValueOrDefault(code ?? "", "Stripe could not send the money back.");
}
