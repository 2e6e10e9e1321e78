namespace Padel.Identity.Accounts;

/// <summary>An account as the database has it.</summary>
internal sealed record User(
    Guid UserId, string Name, string? Phone, bool PhoneVerified, string? Email, bool EmailVerified,
    string? PasswordHash, string? ConsentVersion, bool SecondFactor)
{
    public bool Holds(Contact contact) => (contact.Kind == ContactKind.Phone ? Phone : Email) == contact.Value;

    public bool HasProved(Contact contact) => Holds(contact) && (contact.Kind == ContactKind.Phone ? PhoneVerified : EmailVerified);

    /// <summary>One it gives, or one of a kind it has none of: a proven contact is never replaced by the way.</summary>
    public bool MayProve(Contact contact) => (contact.Kind == ContactKind.Phone ? Phone : Email) is not { } own || own == contact.Value;
}
