using System.Diagnostics.CodeAnalysis;
using Padel.Kernel;

namespace Padel.Identity.Accounts;

internal enum ContactKind
{
    Phone,
    Email,
}

/// <summary>A phone (E.164) or an email address (lower case): what a person types to say who they are.</summary>
internal readonly record struct Contact(ContactKind Kind, string Value)
{
    public const int MaxLength = EmailAddress.MaxLength;

    /// <summary>How a code reaches it.</summary>
    public string Channel => Kind == ContactKind.Phone ? "sms" : "email";

    public static bool TryParse([NotNullWhen(true)] string? identifier, out Contact contact)
    {
        contact = default;
        if (identifier is null || identifier.Length > MaxLength)
            return false;
        if (EmailAddress.TryParse(identifier, out var email))
            contact = Of(email);
        else if (PhoneNumber.TryParse(identifier, out var phone))
            contact = Of(phone);
        else
            return false;
        return true;
    }

    public static Contact Of(PhoneNumber phone) => new(ContactKind.Phone, phone.Value);

    public static Contact Of(EmailAddress email) => new(ContactKind.Email, email.Value);

    public override string ToString() => Kind.ToString(); // never the value: this may reach a log
}
