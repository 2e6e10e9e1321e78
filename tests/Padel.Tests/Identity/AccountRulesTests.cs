using System.Text.Json;
using Padel.Identity.Accounts;
using Padel.Identity.Roles;
using Padel.Platform.Auth;

namespace Padel.Tests.Identity;

public sealed class AccountRulesTests
{
    [Theory]
    [InlineData("0300-1234567", ContactKind.Phone, "+923001234567")]
    [InlineData(" +92 300 1234567 ", ContactKind.Phone, "+923001234567")]
    [InlineData("Ali@Example.com", ContactKind.Email, "ali@example.com")]
    internal void A_contact_is_a_phone_or_an_email_in_one_spelling(string typed, ContactKind kind, string value)
    {
        Contact.TryParse(typed, out var contact).ShouldBeTrue();
        contact.ShouldBe(new Contact(kind, value));
    }

    [Theory]
    [InlineData("")]
    [InlineData("ali")]
    [InlineData("12")]
    [InlineData("a@b")]
    [InlineData("' or 1=1 --")]
    public void What_is_neither_is_refused(string typed) => Contact.TryParse(typed, out _).ShouldBeFalse();

    [Fact]
    public void A_contact_does_not_show_itself_in_logs() => new Contact(ContactKind.Phone, "+923001234567").ToString().ShouldNotContain("300");

    [Theory]
    [InlineData("1234567", false)]
    [InlineData("correct horse", true)]
    [InlineData("PASSWORD123", false)]
    [InlineData("aaaaaaaaaa", false)]
    [InlineData("03001234567", false)]
    [InlineData("+92 300 1234567", false)]
    [InlineData("Ali@Example.com", false)]
    [InlineData("ali@example.com!", true)]
    public void Weak_passwords_are_refused(string password, bool good) =>
        (Passwords.Weakness(password, "+923001234567", "ali@example.com") is null).ShouldBe(good);

    [Fact]
    public void A_password_has_at_most_128_characters()
    {
        Passwords.Weakness(string.Concat(Enumerable.Repeat("ab", 64))).ShouldBeNull();
        Passwords.Weakness(string.Concat(Enumerable.Repeat("ab", 64)) + "c").ShouldNotBeNull();
    }

    [Theory]
    [InlineData("true", "2026-11")]
    [InlineData("\"2026-05\"", "2026-05")]
    [InlineData("false", null)]
    [InlineData("\"\"", null)]
    [InlineData("1", null)]
    [InlineData("{}", null)]
    [InlineData("\"<script>alert(1) and much more than forty characters</script>\"", null)]
    public void Consent_is_true_or_the_version_read(string json, string? version) =>
        Consent.Read(JsonDocument.Parse(json).RootElement, "2026-11").ShouldBe(version);

    [Fact]
    public void A_manager_looks_after_the_desk_only()
    {
        Refusal(StaffRole.Manager, null, StaffRole.Desk).ShouldBeNull();
        Refusal(StaffRole.Manager, StaffRole.Desk, null).ShouldBeNull();
        Refusal(StaffRole.Manager, null, StaffRole.Manager).ShouldBe("identity.role_above_yours");
        Refusal(StaffRole.Manager, StaffRole.Desk, StaffRole.Owner).ShouldBe("identity.role_above_yours");
        Refusal(StaffRole.Manager, StaffRole.Owner, StaffRole.Desk).ShouldBe("identity.role_above_yours");
        Refusal(StaffRole.Manager, StaffRole.Manager, null).ShouldBe("identity.role_above_yours");
    }

    [Fact]
    public void An_owner_may_change_everybody_but_the_last_owner()
    {
        Refusal(StaffRole.Owner, null, StaffRole.Owner).ShouldBeNull();
        Refusal(StaffRole.Owner, StaffRole.Manager, null).ShouldBeNull();
        Refusal(StaffRole.Owner, StaffRole.Owner, null, owners: 2).ShouldBeNull();
        Refusal(StaffRole.Owner, StaffRole.Owner, null, owners: 1).ShouldBe("identity.last_owner");
        Refusal(StaffRole.Owner, StaffRole.Owner, StaffRole.Desk, owners: 1).ShouldBe("identity.last_owner");
        Refusal(StaffRole.Owner, StaffRole.Owner, StaffRole.Owner, owners: 1).ShouldBeNull();
    }

    private static string? Refusal(StaffRole actor, StaffRole? before, StaffRole? after, int owners = 1) =>
        RoleRules.Refusal(actor, before, after, owners)?.Code;
}
